import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actIds, actOf, actsOfClass, catalogue, eventSchema, hostilityLevel, isActId } from "../../src/events/index.ts";
import { chart, judge, project, requirements } from "../../src/machine/index.ts";
import { eventArbitrary, situationArbitrary } from "../../src/testing/index.ts";

/**
 * The published rows that the project measures itself against; they are read where they lie, beside the project, and
 * never copied. In CI they must be there. Elsewhere the tests that need them are reported as skipped.
 */
const folder = "../shared/data";
const published = existsSync(folder) || process.env["CI"] !== undefined;
const cameo = new Map(rows("cameo.csv").map(({ cameo: code = "", goldstein }) => [code, Number(goldstein)]));

/** The rows of a published table by the names of its columns; none when it is not there and need not be. */
function rows(name: string): readonly Readonly<Record<string, string>>[] {
  if (!published) return [];
  const [head = [], ...cells] = readFileSync(`${folder}/${name}`, "utf8").trim().split(/\r?\n/).map(split);
  return cells.map((row) => Object.fromEntries(head.map((column, k) => [column, row[k] ?? ""])));
}

/** The cells of a line, some of them in quotes. */
function split(line: string): readonly string[] {
  return [...line.matchAll(/(?:^|,)("[^"]*"|[^,]*)/g)].map(([, cell = ""]) => cell.replaceAll('"', ""));
}

test("there are at least fifty acts", () => {
  expect(actIds.length).toBeGreaterThanOrEqual(50);
});

test("the hostility level is that of the MID action: threats up to 6, displays to 12, force to 19, then war", () => {
  const expected = (mid: number | null): number =>
    mid === null ? 1 : mid >= 20 ? 5 : mid >= 13 ? 4 : mid >= 7 ? 3 : 2;
  expect(actIds.map((id) => [id, hostilityLevel(id)])).toEqual(actIds.map((id) => [id, expected(actOf(id).mid)]));
  expect(new Set(actIds.map(hostilityLevel))).toEqual(new Set([1, 2, 3, 4, 5]));
});

test("claims, ranges and lengths of time are checked, and say what they lack", () => {
  const checked = (parts: object): string | undefined =>
    eventSchema("demand").safeParse({ ...demand, ...parts }).error?.issues[0]?.message;
  const demand = {
    id: "d",
    act: "demand",
    version: 1,
    at: "2024-01-16",
    from: ["AAA"],
    to: ["BBB"],
    because: [],
    cite: [],
  };
  const claiming = (claim: object): string | undefined =>
    checked({ claims: [{ by: "AAA", about: "casualties", ...claim }] });
  expect(checked({ claims: [] })).toBeUndefined();
  expect(claiming({})).toBe("a claim needs says, killed, injured or captured");
  for (const one of [{ says: "some" }, { killed: 0 }, { injured: 1 }, { captured: 2 }, { killed: [2, 2] }]) {
    expect(claiming(one)).toBeUndefined();
  }
  expect(claiming({ killed: [3, 2] })).toBeDefined();
  expect(checked({ claims: [], at: "2024-02-30" })).toBe(
    "not a date: YYYY-MM-DD or YYYY-MM-DDThh:mm, a month YYYY-MM, a year, or FIRST/LAST for what lasts",
  );
});

describe.each(actIds)("%s", (id) => {
  const act = actOf(id);

  test("is defined in one sentence, has a label and somebody who may do it", () => {
    expect(act.definition).toMatch(/^[A-Z].*[^.]\.$/);
    expect(act.definition.match(/\.(\s|$)/g)).toHaveLength(1);
    expect(act.label.split(" ").length).toBeLessThanOrEqual(6);
    expect(act.by.length).toBeGreaterThan(0);
  });

  test("has codes and scores in their published ranges", () => {
    if (act.cameo !== null) expect(act.cameo).toMatch(/^\d{3,4}$/);
    expect(Math.abs(act.goldstein ?? 0)).toBeLessThanOrEqual(10);
    expect(Math.abs(act.plover?.score ?? 0)).toBeLessThanOrEqual(10);
    expect(act.mid ?? 1).toBeGreaterThanOrEqual(1);
    expect(act.mid ?? 1).toBeLessThanOrEqual(22);
    expect(act.goldstein === null || act.cameo !== null).toBe(true);
  });

  test.runIf(published)(
    "has the Goldstein value that is published for its CAMEO code, or for the code above it",
    () => {
      if (act.cameo === null) return expect(act.goldstein).toBeNull();
      expect(act.goldstein).toBe(cameo.get(act.cameo) ?? cameo.get(act.cameo.slice(0, -1)));
    },
  );

  test("demands what the machine knows, once each", () => {
    expect(act.requires.every((requirement) => requirement in requirements)).toBe(true);
    expect(new Set(act.requires).size).toBe(act.requires.length);
    if (act.requires.some((r) => r === "sending-state")) expect(act.mission).toBe("own");
    if (act.requires.some((r) => r === "receiving-state")) expect(act.mission).toBe("other");
  });

  test("can be written, refuses a field it does not have, and is judged", () => {
    fc.assert(
      fc.property(eventArbitrary(id), situationArbitrary(), (event, situation) => {
        const schema = eventSchema(id);
        expect(schema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
        expect(schema.safeParse({ ...event, invented: 1 }).success).toBe(false);
        expect(["applied", "noted", "void"]).toContain(
          judge(situation, project(event, { a: "AAA", b: "BBB" })).verdict,
        );
      }),
      { numRuns: 10 },
    );
  });
});

test("the chart handles acts of the catalogue and nothing else but its own calm", () => {
  expect(chart.events.filter((type) => type !== "calm" && !isActId(type))).toEqual([]);
});

test("acts that diplomats distinguish stay distinct though event codes give them one number", () => {
  const ruptures = [
    "recall-ambassador",
    "bar-ambassador",
    "expel-ambassador",
    "downgrade-relations",
    "break-relations",
  ] as const;
  expect(new Set(ruptures.map((id) => catalogue[id].cameo)).size).toBe(1);
  expect(new Set(ruptures.map((id) => catalogue[id].rung)).size).toBe(ruptures.length);
});

test("force is force by its MID level, and nothing else is", () => {
  const levels = actIds.filter((id) => hostilityLevel(id) >= 4);
  expect(levels).toEqual(actsOfClass("force"));
});

test.runIf(published)("every act of the vocabulary to start from is there, with its codes and scores", () => {
  const given = (text = ""): string | null => (text === "" ? null : text);
  const score = (text = ""): number | null => (text === "" ? null : Number(text));
  const vocabulary = rows("acts.csv").map((row) => ({
    id: row["id"],
    cameo: given(row["cameo"]),
    goldstein: score(row["goldstein"]),
    // MID counts a threat only where force is threatened, which an ultimatum need not do.
    mid: row["id"] === "issue-ultimatum" ? null : score(/^\d*/.exec(row["mid_action"] ?? "")?.[0]),
    plover: given(row["plover_event"]) && {
      event: row["plover_event"],
      mode: given(row["plover_mode"]),
      score: score(row["plover_score"]),
    },
  }));
  const known = new Set(vocabulary.map(({ id }) => id));
  const ours = actIds
    .filter((id) => known.has(id))
    .map((id) => {
      const { cameo, goldstein, mid, plover } = actOf(id);
      return { id, cameo, goldstein, mid, plover };
    });
  expect(vocabulary.length).toBeGreaterThan(40);
  expect(ours).toHaveLength(vocabulary.length);
  expect(ours).toEqual(expect.arrayContaining(vocabulary));
});

test.runIf(published)("an act beyond that vocabulary has the PLOVER event that is published for its CAMEO code", () => {
  const known = new Set(rows("acts.csv").map(({ id }) => id));
  const events = new Map(rows("cameo.csv").map(({ cameo: code = "", plover_event: event }) => [code, event]));
  const ours = actIds.filter((id) => !known.has(id) && actOf(id).plover !== null);
  expect(ours.length).toBeGreaterThan(10);
  expect(ours.map((id) => [id, actOf(id).plover?.event])).toEqual(
    ours.map((id) => [id, events.get(actOf(id).cameo ?? "")]),
  );
});

test.runIf(published)("the hostility of an act is the level that is published for its MID action", () => {
  const levels = new Map(rows("mie-actions.csv").map(({ action, hostlev }) => [Number(action), Number(hostlev)]));
  const militarised = actIds.filter((id) => actOf(id).mid !== null);
  expect(militarised.length).toBeGreaterThanOrEqual(14);
  expect(militarised.map((id) => [id, hostilityLevel(id)])).toEqual(
    militarised.map((id) => [id, levels.get(actOf(id).mid ?? 0)]),
  );
});
