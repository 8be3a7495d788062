/** Confrontations and crises of several states: every pair that acts is a relation, and each event stands there once. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  caseText,
  icbTable,
  importKinds,
  type MieRow,
  midTable,
  mieTable,
  readTable,
  stateMeant,
} from "../../src/evidence/index.ts";
import { isProblem } from "../../src/problem/index.ts";
import { readScenario } from "../../src/scenario/index.ts";
import { inFull } from "../support/enduring.ts";
import { faults } from "../support/imported.ts";

const HEAD =
  "micnum,eventnum,ccode1,ccode2,stmon,stday,styear,endmon,endday,endyear,sidea1,action,hostlev,fatalmin1,fatalmax1,fatalmin2,fatalmax2";
const ROWS = [
  "9001,1,710,750,1,3,1990,1,3,1990,0,7,3,0,0,0,0",
  "9001,4,710,770,2,1,1990,2,-9,1990,0,17,4,0,0,2,2",
  "9001,2,750,770,1,9,1990,1,9,1990,1,16,4,0,0,0,0",
  "9001,3,770,750,1,9,1990,1,9,1990,0,16,4,0,0,1,20",
  "9001,5,2,750,1,3,1991,1,3,1991,0,1,2,0,0,0,0",
];

function imported(rows: readonly string[], asked: Omit<Parameters<typeof importKinds.mie.begin>[0], "file">) {
  const importing = importKinds.mie.begin({ file: "mine.csv", ...asked });
  importing.add([HEAD, ...rows, ""].join("\n"));
  return importing.end();
}

test("each pair that acts is a relation, the one of the most events first", () => {
  const one = imported(ROWS, { confrontation: 9001 });
  expect(one.parties.map(({ code }) => code)).toEqual(["IND", "PAK", "CHN", "USA"]);
  expect(one.relations).toEqual([
    ["IND", "PAK"],
    ["CHN", "IND"],
    ["CHN", "PAK"],
    ["USA", "IND"],
  ]);
  expect(caseText(one)).toContain("  - { between: [IND, USA] }\n");
  expect([one.name, one.title]).toEqual(["mie-9001", "India, Pakistan and 2 others, 1990-1991"]);
  expect(faults(one)).toEqual([]);
});

test("events stand once, in order of time, with their row, their losses and no third state", () => {
  const { events, others, remarks } = imported(ROWS, { confrontation: 9001 });
  expect(events.map(({ id, at, from, to, side }) => [id, at, from.join(), to.join(), side])).toEqual([
    ["e1", "1990-01-03", "CHN", "IND", undefined],
    ["e2", "1990-01-09", "IND", "PAK", undefined],
    ["e3", "1990-01-09", "PAK", "IND", undefined],
    ["e4", "1990-02-01/1990-02", "PAK,CHN", "", undefined],
    ["e5", "1991-01-03", "USA", "IND", undefined],
  ]);
  expect(events[2]?.claims).toEqual([{ by: "MIE", about: "casualties", killed: [1, 20], in: "IND" }]);
  expect(events[3]?.claims).toEqual([{ by: "MIE", about: "casualties", killed: 2, in: "PAK" }]);
  expect(events[4]?.note).toContain("mine.csv, line 6");
  expect(others).toEqual([]);
  expect(remarks).toContain(
    "Sides by the coders: A is India, Pakistan; B is China, Pakistan, United States of America.",
  );
});

test("some years hold fewer states, and two that are named are one relation with third states beside it", () => {
  const early = imported(ROWS, { confrontation: 9001, years: [1990, 1990] });
  expect([early.parties.length, early.title]).toEqual([3, "India, Pakistan and China, 1990"]);
  const last = imported(ROWS, { confrontation: 9001, years: [1991, 1991] });
  expect([last.relations, last.name]).toEqual([[], "mie-usa-ind-9001"]);
  const pair = imported(ROWS, { confrontation: 9001, dyad: [stateMeant("IND"), stateMeant("PAK")] });
  expect([pair.relations, pair.parties.length, pair.others.map(({ code }) => code)]).toEqual([[], 2, ["CHN", "USA"]]);
  // Pakistan stood on both sides.
  expect(pair.events.filter(({ side }) => side !== undefined)).toEqual([]);
});

test("more states than a file follows are refused, with what to ask for", () => {
  const rows = Array.from({ length: 31 }, (_, k) => `1,${k + 1},2,${k + 20},1,3,1990,1,3,1990,1,7,3,0,0,0,0`);
  try {
    imported(rows, { confrontation: 1 });
    expect.unreachable();
  } catch (error) {
    expect(isProblem(error, "no-such-case")).toBe(true);
    expect(String(error)).toContain("Confrontation 1 has 32 states, and a file follows at most 30. Choose two: --dyad");
  }
  expect(imported(rows.slice(2), { confrontation: 1 }).relations).toHaveLength(29);
});

describe("of the public data", () => {
  const read = (name: string): string => readFileSync(`../shared/data/${name}`, "utf8");
  const disputes = { file: "mid5.csv", rows: readTable(midTable, read("mid5.csv")).rows };
  const several = [
    ...Map.groupBy(readTable(mieTable, read("mie.csv")).rows, ({ confrontation }) => confrontation),
  ].filter(([, rows]) => statesIn(rows).size > 2);
  const crises = readTable(icbTable, read("icb2.csv")).rows;

  function statesIn(rows: readonly MieRow[]): ReadonlySet<number> {
    return new Set(rows.flatMap(({ a, b }) => [a, b]));
  }

  /** The one that has most states of those a file follows is always among them. */
  const WIDEST = 258;

  test("a confrontation of up to 30 states becomes a web without a fault or a void event, with every row in it", {
    tags: "long",
  }, () => {
    const some = several.filter(([number], k) => k % inFull(1, 12) === 0 || number === WIDEST);
    expect(some.length).toBeGreaterThan(20);
    for (const [confrontation, rows] of some) {
      if (statesIn(rows).size > 30) continue;
      const one = importKinds.mie.caseOf(rows, { file: "mie.csv", confrontation, disputes });
      expect(faults(one)).toEqual([]);
      expect([one.parties.length, one.events.length]).toEqual([statesIn(rows).size, rows.length]);
      expect(new Set(one.events.map(({ id }) => id)).size).toBe(rows.length);
    }
  });

  test("one has more, and two of its states can be named", () => {
    const crowds = several.filter(([, rows]) => statesIn(rows).size > 30);
    expect(crowds.map(([confrontation]) => confrontation)).toEqual([4343]);
    const [[confrontation, rows] = expect.unreachable()] = crowds;
    expect(() => importKinds.mie.caseOf(rows, { file: "mie.csv", confrontation })).toThrow("--dyad USA-SRB");
    const dyad = [stateMeant("USA"), stateMeant("345")] as const;
    expect(faults(importKinds.mie.caseOf(rows, { file: "mie.csv", confrontation, dyad }))).toEqual([]);
  });

  test("a crisis in which acts run between several states is a web of them", () => {
    const one = importKinds.icb.caseOf(crises, { file: "icb2.csv", confrontation: 426 });
    expect(one.relations.length).toBeGreaterThan(1);
    expect(new Set(one.relations.flat())).toEqual(new Set(one.parties.map(({ code }) => code)));
    expect(faults(one)).toEqual([]);
    const [[a, b] = expect.unreachable()] = one.relations;
    const pair = importKinds.icb.caseOf(crises, {
      file: "icb2.csv",
      confrontation: 426,
      dyad: [stateMeant(a), stateMeant(b)],
    });
    expect([pair.relations, pair.parties.length, pair.events.length]).toEqual([[], 2, one.events.length]);
  });

  test("what is read again follows the same relations, the main one first", () => {
    const one = importKinds.icb.caseOf(crises, { file: "icb2.csv", confrontation: 426 });
    const codes = one.parties.map(({ code }) => code);
    const { relations = [] } = readScenario(caseText(one), { file: `${one.name}.yaml` });
    expect(relations.map(({ dyad: { a, b } }) => `${a} ${b}`)).toEqual(
      one.relations.map((pair) => pair.toSorted((one, other) => codes.indexOf(one) - codes.indexOf(other)).join(" ")),
    );
  });
});
