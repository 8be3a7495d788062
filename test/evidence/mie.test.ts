/** Confrontations as cases: no day that is not known, no cause, each event with its row, and a file that is right. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type ActId, type EventDraft, event } from "../../src/events/index.ts";
import {
  type IcbRow,
  icbTable,
  importKinds,
  type MidRow,
  type MieRow,
  midActions,
  midTable,
  mieEvent,
  mieTable,
  pairsOf,
  readTable,
  stateMeant,
} from "../../src/evidence/index.ts";
import { isProblem } from "../../src/problem/index.ts";
import { inFull } from "../support/enduring.ts";
import { faults } from "../support/imported.ts";

const HEAD =
  "micnum,eventnum,ccode1,ccode2,stmon,stday,styear,endmon,endday,endyear,sidea1,action,hostlev,fatalmin1,fatalmax1,fatalmin2,fatalmax2,version";

/** Invented rows: confrontation, number, states, first and last day as `YYYY-M-D`, side A, action, level, dead of both. */
function table(...rows: readonly string[]): string {
  const lines = rows.map((row) => {
    const [confrontation, number, one, other, start = "", end = "", a, action, level, dead = "0 0 0 0"] = [
      ...row.split(" ").slice(0, 9),
      row.split(" ").slice(9).join(" ") || undefined,
    ];
    const [first, last] = [start, end].map((date) => {
      const [year, month, day = "-9"] = date.split("-");
      return [month, day, year].join(",");
    });
    return [confrontation, number, one, other, first, last, a, action, level, dead.replaceAll(" ", ","), "x"].join(",");
  });
  return [HEAD, ...lines, ""].join("\n");
}

const ROWS = table(
  "9001 1 750 770 1990-1-3 1990-1-9 1 7 3",
  "9001 2 770 750 1990-2 1990-2 0 7 3",
  "9001 3 750 770 1990-3 1990-3-9 1 17 4 1 20 5 5",
  "9001 4 750 770 1990-4 1990-6-9 1 10 3",
  "9001 5 710 750 1990-5-2 1990-5-2 0 16 4",
  "9001 6 750 710 1990-6-2 1990-6-2 1 22 5",
  "9001 7 710 740 1990-6-3 1990-6-3 0 7 3",
  "9002 1 770 750 1992-6-3 1992-6-3 1 15 4",
);

/** What is asked of a table of events, beside its name. */
type Asked = Omit<Parameters<(typeof importKinds)["mie"]["begin"]>[0], "file">;

function imported(text: string, asked: Asked) {
  const importing = importKinds.mie.begin({ file: "mine.csv", ...asked });
  importing.add(text);
  return importing.end();
}

const DYAD = [stateMeant("IND"), stateMeant("PAK")] as const;

test("days that are not known stay so, what lasts keeps its end, and what both do is of both", () => {
  const { events, window } = imported(ROWS, { confrontation: 9001, dyad: DYAD });
  expect(events.map(({ id, at, act, from, to, side }) => [id, at, act, from.join(), to.join(), side])).toEqual([
    ["e1", "1990-01-03/1990-01-09", "show-force", "IND", "PAK", undefined],
    ["e2", "1990-02", "show-force", "PAK", "IND", undefined],
    ["e3", "1990-03/1990-03-09", "clash", "IND,PAK", "", undefined],
    ["e4", "1990-04/1990-06-09", "mobilize", "IND", "PAK", undefined],
    ["e5", "1990-05-02", "strike", "CHN", "IND", "PAK"],
    ["e6", "1990-06-02/1990-06-02", "war-battle", "CHN", "IND", "PAK"],
  ]);
  expect(window).toEqual(["1990-01-03", "1990-06-09"]);
});

test("each event cites its row, losses stand by side, and nothing has a cause", () => {
  const { events, remarks, tellers } = imported(ROWS, { confrontation: 9001, dyad: DYAD });
  expect(events[2]).toMatchObject({
    cite: ["mie"],
    because: [],
    note: "mine.csv, line 4: action 17 (clash, of both), hostility level 4.",
    claims: [
      { by: "MIE", about: "casualties", killed: [1, 20], in: "IND" },
      { by: "MIE", about: "casualties", killed: 5, in: "PAK" },
    ],
  });
  expect(tellers).toEqual({ MIE: "coders of MIE" });
  expect(remarks).toContain("Left out, since neither party has a part: 1 event.");
});

test("two states have all their confrontations, or those of some years", () => {
  expect(imported(ROWS, { dyad: DYAD }).events.map(({ id }) => id)).toContain("c9002-e1");
  const later = imported(ROWS, { dyad: DYAD, years: [1991, 1999] });
  expect(later.events.map(({ id, at }) => [id, at])).toEqual([["e1", "1992-06-03/1992-06-03"]]);
});

test("how it ended is a claim of the coders at the last event, within the window", () => {
  const head = "dispnum,stday,stmon,styear,endday,endmon,endyear,outcome,settle,hostlev,numa,numb";
  const rows = readTable(midTable, `${head}\n9002,3,6,1992,-9,8,1992,6,1,4,1,1\n`).rows;
  const { events, window } = imported(ROWS, { confrontation: 9002, disputes: { file: "ends.csv", rows } });
  expect(events.at(-1)).toMatchObject({
    cite: ["mie", "mid"],
    claims: [
      {
        by: "MID",
        about: "outcome",
        says: "the dispute ended 1992-08: compromise, settlement negotiated; A is Pakistan; B is India (ends.csv, line 2)",
      },
    ],
  });
  expect(window[1]).toBe("1992-08-31");
});

test.each([
  [{}, "Give --confrontation N, or --dyad"],
  [{ confrontation: 9003 }, "no event of a confrontation 9003. The table has 2 confrontations, from 9001 to 9002."],
  [{ dyad: DYAD, years: [1800, 1801] }, "no event between India and Pakistan from 1800 to 1801. India has events with"],
  [{ dyad: [stateMeant("USA"), stateMeant("PAK")] }, "no event between United States of America and Pakistan"],
] as const)("what is not there is told: %j", (asked, says) => {
  try {
    imported(ROWS, asked);
    expect.unreachable();
  } catch (error) {
    expect(isProblem(error, "no-such-case")).toBe(true);
    expect(String(error)).toContain(says);
  }
});

test("a confrontation without an event is none", () => {
  expect(() => imported(`${HEAD}\n`, { confrontation: 1 })).toThrow("no event of a confrontation 1");
});

test("a word that means two states is refused, with both", () => {
  expect(() => stateMeant("AUS")).toThrow("AUS means two states: Australia (write 900)");
  expect(stateMeant("UKG")).toEqual(stateMeant("200"));
  expect(() => stateMeant("PAKI")).toThrow("Did you mean PAK?");
});

test("every action of the codebook that the data have is known", () => {
  expect(Object.keys(midActions).map(Number)).toEqual([
    1,
    2,
    3,
    4,
    5,
    7,
    8,
    9,
    ...Array.from({ length: 13 }, (_, k) => k + 10),
  ]);
});

describe("of the public data", () => {
  const read = (name: string): string => readFileSync(`../shared/data/${name}`, "utf8");
  const events = readTable(mieTable, read("mie.csv")).rows;
  const disputes: readonly MidRow[] = readTable(midTable, read("mid5.csv")).rows;
  const crises: readonly IcbRow[] = readTable(icbTable, read("icb2.csv")).rows;
  const every = inFull(1, 25);

  test("every confrontation becomes a file without a fault, and its replay has no void event", () => {
    const byNumber = [...Map.groupBy(events, ({ confrontation }) => confrontation)];
    const some = byNumber.filter((_, k) => k % every === 0);
    const found = some.flatMap(([confrontation, rows]: readonly [number, readonly MieRow[]]) => {
      const importing = importKinds.mie;
      return faults(
        importing.caseOf(rows, { file: "mie.csv", confrontation, disputes: { file: "mid5.csv", rows: disputes } }),
      );
    });
    expect(found).toEqual([]);
    expect(some.length).toBeGreaterThan(50);
  });

  test("every crisis with two states and a date becomes a file without a fault", () => {
    const numbers = [...new Set(crises.map(({ crisis }) => crisis))].filter((_, k) => k % every === 0);
    let made = 0;
    for (const confrontation of numbers) {
      try {
        expect(faults(importKinds.icb.caseOf(crises, { file: "icb2.csv", confrontation }))).toEqual([]);
        made += 1;
      } catch (error) {
        if (!isProblem(error, "no-such-case")) throw error;
      }
    }
    expect(made / numbers.length).toBeGreaterThan(0.7);
  });

  test("an event that is made of a row is right by the schema", () => {
    for (const pair of pairsOf(events).filter((_, k) => k % 40 === 0)) {
      for (const row of pair.rows) {
        const made = mieEvent(row, { codeOf: (state) => `S${state}`, parties: pair.states, teller: "MIE" });
        expect(event(made as EventDraft<ActId>)).toEqual(made);
      }
    }
  });
});
