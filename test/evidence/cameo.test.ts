/** CAMEO and PLOVER: every code means one act, one that stands for several, or none; and none of them is ever void. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  type ActId,
  actIds,
  actOf,
  type DiplomaticEvent,
  type EventDraft,
  emptyLists,
  event,
  eventSchema,
} from "../../src/events/index.ts";
import {
  type CodedRow,
  cameoCodes,
  caseText,
  codedAct,
  codeOfLabel,
  importKinds,
  type Meaning,
  meaningOf,
  ploverCodes,
  type State,
  stateByName,
  stateMeant,
} from "../../src/evidence/index.ts";
import { fold } from "../../src/history/index.ts";
import { isProblem } from "../../src/problem/index.ts";
import { readScenario } from "../../src/scenario/index.ts";

const all: readonly (readonly [string, Meaning])[] = [...Object.entries(cameoCodes), ...Object.entries(ploverCodes)];

test("the table has every code of CAMEO, and no other", () => {
  const codes = readFileSync("../shared/data/cameo.csv", "utf8")
    .split("\n")
    .slice(1)
    .flatMap((line) => (line === "" ? [] : [line.slice(0, line.indexOf(","))]));
  expect(codes).toHaveLength(311);
  expect(Object.keys(cameoCodes).toSorted()).toEqual(codes.toSorted());
});

test("no act of the table can be void between two states: it demands nothing but both, and then is of both", () => {
  for (const [code, { act, joint }] of all) {
    if (act === null) continue;
    expect([code, actOf(act).by.includes("party")]).toEqual([code, true]);
    expect([code, actOf(act).requires]).toEqual([code, joint ? ["mutual-consent"] : []]);
  }
});

test("what is coarse says what it leaves out, and what has no act says why", () => {
  for (const [code, { act, coarse, note }] of all) {
    if (coarse || act === null) expect([code, note]).not.toEqual([code, undefined]);
    if (act === null) expect([code, coarse]).toEqual([code, false]);
  }
});

test.each([
  ["161", "reduce-relations", true],
  ["057", "sign-agreement", true],
  ["112", "accuse", false],
  ["138", "threaten-force", false],
  ["195", "strike", false],
  ["061", null, false],
] as const)("%s means %s", (code, act, coarse) => {
  expect(meaningOf(code)).toMatchObject({ act, coarse });
});

test("a code that lost its nought is found, and a label however it is written", () => {
  expect(meaningOf("57")).toBe(meaningOf("057"));
  expect(meaningOf("999")).toBeUndefined();
  expect(codeOfLabel("Reduce_or_break_diplomatic_relations")).toBe("161");
  expect(codeOfLabel("Threaten_with_sanctions,_boycott,_embargo")).toBe("1312");
  expect(codeOfLabel("Refuse to yield")).toBe("124");
  expect(codeOfLabel("Threaten with easing")).toBeUndefined();
  expect(codeOfLabel("Appeal for diplomatic cooperation (such as policy support)")).toBe("022");
});

/** The lines of a file of GDELT: day, countries with their roles, code. */
function gdelt(width: number, ...rows: readonly string[]): string {
  return rows
    .map((row, k) => {
      const [day = "", from = "", to = "", code = ""] = row.split(" ");
      const cells: string[] = Array.from({ length: width }, () => "");
      const [[one = "", role = ""], [other = "", part = ""]] = [from.split(":"), to.split(":")];
      Object.assign(cells, { 0: `${k}`, 1: day, 7: one, 12: role, 17: other, 22: part, 26: code });
      return cells.join("\t");
    })
    .join("\n");
}

const DYAD: readonly [State, State] = [stateMeant("IND"), stateMeant("PAK")];

/** The events that come of a text, in short, and why rows were left out. */
function imported(kind: keyof typeof importKinds, text: string) {
  const importing = importKinds[kind].begin({ file: "mine.csv", dyad: DYAD });
  importing.add(text);
  const { events, remarks } = importing.end();
  const lines = events.map(({ at, act, from, to }) => `${at} ${from} ${act} ${to}`.trim());
  return { lines, events, remarks, refused: [...importing.refused].map(([reason, { count }]) => [reason, count]) };
}

describe.each([
  ["gdelt1", 57],
  ["gdelt1", 58],
  ["gdelt2", 61],
] as const)("%s with %i columns", (kind, width) => {
  test("the same act of a day is one, whoever reports it how often", () => {
    const { lines, remarks, events } = imported(
      kind,
      gdelt(width, "20150102 IND PAK:GOV 112", "20150102 IND:MIL PAK 1122", "20150103 IND PAK 112"),
    );
    expect(lines).toEqual(["2015-01-02 IND accuse PAK", "2015-01-03 IND accuse PAK"]);
    expect(remarks).toContain("Said again on the same day: 1 row.");
    expect(events[0]?.note).toBe("mine.csv, line 1, 2 rows of that day: 112 (Accuse).");
  });

  test("a file that ends within a row may have cut its code: the row is left out", () => {
    const text = gdelt(width, "20150102 IND PAK 112", "20150103 IND PAK 1122");
    const cut = text.slice(0, text.lastIndexOf("1122") + 2);
    const { lines, refused } = imported(kind, cut);
    expect([lines, refused]).toEqual([["2015-01-02 IND accuse PAK"], [["cut off within a row", 1]]]);
  });

  test("what is no state is shown where it stands", () => {
    const importing = importKinds[kind].begin({ file: "mine.csv", dyad: DYAD });
    importing.add(gdelt(width, "20150102 IND PAK:REB 112", ""));
    importing.add("\n");
    expect([...importing.refused.values()][0]?.first.message).toBe(
      'mine.csv, line 1, column 23, actor2type1code: "REB": one of the two is no state.',
    );
  });

  test("what both do is of both, and who hosts a visit is visited", () => {
    const rows = ["20150102 IND PAK 057", "20150102 PAK IND 057", "20150103 IND PAK 043", "20150103 PAK IND 042"];
    expect(imported(kind, gdelt(width, ...rows)).lines).toEqual([
      "2015-01-02 IND,PAK sign-agreement",
      "2015-01-03 PAK visit IND",
    ]);
  });

  test("rows that can't be used are counted by their reason", () => {
    const rows = ["20150102 IND PAK 112", "20150102 IND:REB PAK 112", "20150102 IND IND 112", "20150102 IND PAK 999"];
    const { refused } = imported(kind, gdelt(width, ...rows, "20150230 IND PAK 112", "20150102  PAK 112"));
    expect(refused).toEqual([
      ["one of the two is no state", 2],
      ["it lies within one state", 1],
      ["no code of the code book", 1],
      ["a day that does not exist", 1],
    ]);
  });
});

const ICEWS = [
  ["Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code"],
  ["Intensity", "Target Name", "Target Sectors", "Target Country"],
].flat();

/** A table of ICEWS: day, source, its sectors, target, code. */
function icews(...rows: readonly (readonly [string, string, string, string, string])[]): string {
  const lines = rows.map(([day, source, sectors, target, code]) =>
    ["1", day, sectors === "" ? source : "Somebody", sectors, source, "", code, "0", target, "", target].join("\t"),
  );
  return [ICEWS.join("\t"), ...lines, ""].join("\n");
}

test("ICEWS: every row is an event of its own, but for what the other side's row mirrors", () => {
  const { lines, refused } = imported(
    "icews",
    icews(
      ["2014-03-01", "India", "", "Pakistan", "112"],
      ["2014-03-01", "India", "Foreign Ministry,Executive,Government", "Pakistan", "112"],
      ["2014-03-02", "India", "Dissident", "Pakistan", "112"],
      ["2014-03-03", "India", "", "Pakistan", "046"],
      ["2014-03-03", "Pakistan", "", "India", "046"],
    ),
  );
  expect(lines).toEqual(["2014-03-01 IND accuse PAK", "2014-03-01 IND accuse PAK", "2014-03-03 IND,PAK negotiate"]);
  expect(refused).toEqual([["one of the two is no state", 1]]);
});

test("POLECAT: PLOVER's types and modes have a table of their own", () => {
  const head = "#!Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Country\tPrimary Actor Sector\tRecipient Country";
  const text = [
    `${head}\tPrimary Recipient Sector\tHeadline`,
    "A\t2019-02-26\tASSAULT\taerial\tIND\tMIL\tPAK\tGOV",
    "B\t2019-02-27\tSANCTION\twithdraw\tPAK\tGOV\tIND\t\t\t",
    "C\t2019-02-27\tPROTEST\tdemo\tPAK\tCVL\tIND\tGOV",
    "D\t2019-02-28\tCOOPERATE\t\tPAK\tGOV\tIND\tGOV",
    "",
  ].join("\n");
  const { lines, remarks, refused } = imported("polecat", text);
  expect(lines).toEqual(["2019-02-26 IND strike PAK", "2019-02-27 PAK reduce-relations IND"]);
  expect(remarks).toContain("Left out, for want of an act in the catalogue, such as of ordinary co-operation: 1 row.");
  expect(refused).toEqual([["one of the two is no state", 1]]);
});

test("hostile text in a table neither breaks the file that comes of it nor is taken for a word", () => {
  const head = "Event Date\tEvent Type\tEvent Mode\tActor Country\tPrimary Actor Sector\tRecipient Country";
  const hostile = "\u202e\u001b[2J: - {";
  const text = [
    `${head}\tPrimary Recipient Sector`,
    `2019-02-26\tASSAULT\t${hostile}\tIND\tMIL\tPAK\tGOV`,
    "2019-02-26\t__proto__\tconstructor\tIND\tMIL\tPAK\tGOV",
    `2019-02-26\tASSAULT\t\t${hostile}\tMIL\tPAK\tGOV`,
  ].join("\n");
  const importing = importKinds.polecat.begin({ file: "mine.csv", dyad: DYAD });
  importing.add(text);
  const one = importing.end();
  expect(readScenario(caseText(one), { file: `${one.name}.yaml` }).diagnostics).toEqual([]);
  expect([...importing.refused.keys()]).toEqual(["no code of the code book", "one of the two is no state"]);
  for (const { first } of importing.refused.values()) expect(first.message).not.toMatch(/[\u001b\u202e]/);
  expect([meaningOf("__proto__"), meaningOf("constructor"), codeOfLabel("constructor")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("without two states, or without an event between them, there is no case", () => {
  const problem = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      if (isProblem(error, "no-such-case")) return error.message;
      throw error;
    }
    return "none";
  };
  expect(problem(() => importKinds.gdelt2.begin({ file: "mine.csv" }))).toContain("Give --dyad");
  expect(problem(() => imported("gdelt2", gdelt(61, "20150102 USA PAK 112")))).toContain(
    "mine.csv has no row between India and Pakistan",
  );
  expect(problem(() => imported("gdelt2", gdelt(61, "20150102 IND PAK 061")))).toContain(
    "1 rows, none of them of an act",
  );
});

describe("ICEWS of 2014", () => {
  const read = (name: string): readonly (readonly string[])[] =>
    readFileSync(`../shared/data/icews14/${name}`, "utf8")
      .split("\n")
      .flatMap((line) => (line === "" ? [] : [line.split("\t")]));
  const names = new Map(read("entity2id.txt").map(([name = "", id = ""]) => [id, stateByName(name)] as const));
  const labels = new Map(read("relation2id.txt").map(([label = "", id = ""]) => [id, codeOfLabel(label)] as const));

  test("every label is one of a code", () => {
    expect(read("relation2id.txt").filter(([label = ""]) => codeOfLabel(label) === undefined)).toEqual([]);
  });

  const rows = read("all.txt").flatMap(([from = "", relation = "", to = "", day = ""], k): readonly CodedRow[] => {
    const [source, target, code] = [names.get(from), names.get(to), labels.get(relation)];
    const meaning = meaningOf(code ?? "");
    if (source === undefined || target === undefined || source.code === target.code) return [];
    if (code === undefined || meaning === undefined) return [];
    const date = new Date(Date.UTC(2014, 0, 1 + Number(day)));
    const on = { year: 2014, month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    return [{ line: k, on, from: source.code, to: target.code, code, meaning }];
  });
  rows.sort((one, other) => (one.on.month ?? 0) - (other.on.month ?? 0) || (one.on.day ?? 0) - (other.on.day ?? 0));

  /** How many of the events that come of rows are void, where each dyad is folded by itself. */
  function voids(eventOf: (row: CodedRow) => DiplomaticEvent | undefined): readonly [number, number] {
    const dyads = Map.groupBy(rows, ({ from, to }) => [from, to].toSorted().join("-"));
    const verdicts = [...dyads].flatMap(([dyad, some]) => {
      const [a = "", b = ""] = dyad.split("-");
      const events = some.flatMap((row) => eventOf(row) ?? []);
      return fold(events, { dyad: { a, b } }).steps.filter(({ event }) => event.source !== "clock");
    });
    return [verdicts.filter(({ verdict }) => verdict === "void").length, verdicts.length];
  }

  function made(row: CodedRow, act: ActId, from: readonly string[], to: readonly string[]): DiplomaticEvent {
    const at = new Date(Date.UTC(2014, (row.on.month ?? 1) - 1, row.on.day)).toISOString().slice(0, 10);
    return event({ id: `r${row.line}`, act, at, from: [...from], to: [...to] } as EventDraft<ActId>);
  }

  test("none of what comes of the table is void, where the catalogue's own column leaves nearly half so", () => {
    const [ours, events] = voids((row) => {
      const who = codedAct(row);
      return who === undefined ? undefined : made(row, who.act, who.from, who.to);
    });
    const plain = new Map<string, ActId>();
    for (const id of actIds) {
      const { cameo, by, version } = actOf(id);
      const bare = { ...emptyLists(), id: "e", act: id, version, at: "2014-01-01", from: ["IND"], to: ["PAK"] };
      const isWhole = by.includes("party") && eventSchema(id).safeParse(bare).success;
      if (cameo !== null && isWhole && !plain.has(cameo)) plain.set(cameo, id);
    }
    const [theirs, known] = voids((row) => {
      const act = plain.get(row.code);
      return act === undefined ? undefined : made(row, act, [row.from], [row.to]);
    });
    const meant = Map.groupBy(rows, ({ meaning: { act, coarse } }) =>
      act === null ? "none" : coarse ? "several" : "one",
    );
    const shares = (["one", "several", "none"] as const).map((key) => meant.get(key)?.length);
    expect([rows.length, ...shares]).toEqual([8_426, 2_432, 4_675, 1_319]);
    expect([ours, events, theirs, known]).toEqual([0, 7_107, 2_026, 4_321]);
  });
});
