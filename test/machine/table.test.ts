/** The table and what it counts with: numbers of situations, codes, and what fills it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeCount, codeOf, partBy, situationOfCode } from "../../src/machine/code.ts";
import {
  type ChartEvent,
  chart,
  createTable,
  enumerate,
  fromKey,
  judge,
  keyOf,
  PEACE,
  patternWords,
  type Region,
  regionNames,
  regions,
  type Situation,
  symbolIndex,
  symbols,
  transitionsOf,
  transitionText,
  within,
} from "../../src/machine/index.ts";
import { fromStateValue, nested, toStateValue } from "../../src/machine/situation.ts";
import { situationArbitrary } from "../../src/testing/index.ts";
import { ofAll } from "../support/enduring.ts";
import { reachable, situations } from "../support/reachable.ts";

const STRIKE = symbolIndex({ type: "strike", by: "a" });
const AGREE = symbolIndex({ type: "agree", by: "a" });

describe("a table", () => {
  test("gives numbers on first sight, in order, and the same again", () => {
    const table = createTable();
    expect(table.size()).toBe(0);
    expect([situations[5], PEACE, situations[5]].map((one) => table.idOf(one ?? PEACE))).toEqual([0, 1, 0]);
    expect(table.size()).toBe(2);
    expect(table.situationOf(1)).toEqual(PEACE);
  });

  test("refuses numbers that it never gave, of situations and of symbols", () => {
    const table = createTable();
    const id = table.idOf(PEACE);
    expect(() => table.situationOf(7)).toThrow(new RangeError("No situation has the number 7."));
    expect(() => table.next(id, symbols.length)).toThrow(new RangeError(`No symbol has the number ${symbols.length}.`));
    expect(() => table.next(7, STRIKE)).toThrow(new RangeError("No situation has the number 7."));
  });

  test("agrees in a part of some states exactly when these have one number", () => {
    const part = partBy(new Map([["course", regions.course.map((state) => (state === "strike" ? 1 : 0))]]));
    expect(part(codeOf({ ...PEACE, course: "strike" }))).not.toBe(part(codeOf(PEACE)));
    expect(part(codeOf({ ...PEACE, course: "strained", ledger: "both" }))).toBe(part(codeOf(PEACE)));
  });

  test("answers with the next number and the verdict in one", () => {
    const table = createTable();
    const id = table.idOf(PEACE);
    const struck = table.next(id, STRIKE);
    expect(table.answer(id, STRIKE)).toBe(3 * struck);
    const statement = symbolIndex({ type: "make-statement", by: "a" });
    expect(table.answer(id, statement)).toBe(3 * id + 1);
    expect(table.answer(struck, AGREE)).toBe(3 * struck + 2);
    expect([STRIKE, statement, AGREE].map((symbol) => table.verdict(id, symbol))).toEqual(["applied", "noted", "void"]);
  });

  test("that has grown past its first room says what it said before, and what the chart says", () => {
    const table = createTable();
    const some = situations.slice(0, 700);
    const first = some.slice(0, 20).map((one) => table.answer(table.idOf(one), STRIKE));
    for (const one of some) table.idOf(one);
    expect(some.slice(0, 20).map((one) => table.answer(table.idOf(one), STRIKE))).toEqual(first);
    for (const one of some.slice(-40)) {
      const id = table.idOf(one);
      const judged = judge(one, { type: "strike", by: "a" });
      expect(table.verdict(id, STRIKE)).toBe(judged.verdict);
      expect(table.situationOf(table.next(id, STRIKE))).toEqual(judged.after);
    }
  });

  test("of another law asks it of each symbol for itself, once", () => {
    const asked: string[] = [];
    const judging = (situation: Situation, { type, by }: ChartEvent) => {
      asked.push(`${type} by ${by}`);
      if (type === "strike") return { verdict: "applied", after: { ...situation, course: "strike" } } as const;
      return { verdict: type === "seize" ? "void" : "noted", after: situation } as const;
    };
    const table = createTable(judging);
    const id = table.idOf(PEACE);
    const answersOf = (type: ChartEvent["type"]) => {
      const symbol = symbolIndex({ type, by: "b" });
      return [table.verdict(id, symbol), table.situationOf(table.next(id, symbol)).course];
    };
    expect(["strike", "seize", "blockade"].map((type) => answersOf(type as ChartEvent["type"]))).toEqual([
      ["applied", "strike"],
      ["void", "normal.full"],
      ["noted", "normal.full"],
    ]);
    expect(asked).toEqual(["strike by b", "seize by b", "blockade by b"]);
    expect(table.size()).toBe(2);
    const { situations: count, changes, notes, refusals } = enumerate(PEACE, createTable(judging));
    const by = (type: string): number => symbols.filter((symbol) => symbol.type === type).length;
    expect({ count, changes, refusals }).toEqual({ count: 2, changes: 2 * by("strike"), refusals: 2 * by("seize") });
    expect(changes + notes + refusals).toBe(2 * symbols.length);
  });

  test("of everything that can be reached is the same however often it is filled", () => {
    const { table, situations: count, ...counts } = ofAll(enumerate, () => reachable)();
    expect(count).toBe(situations.length);
    expect(table.size()).toBe(count);
    expect(enumerate(PEACE, table)).toEqual({ table, situations: count, ...counts });
  });
});

/** A number of its own for each state of a region. */
function allOf(region: Region): readonly number[] {
  return regions[region].map((_, k) => k);
}

describe("codes", () => {
  test("and situations are each other's inverse, and no code is as high as their count", () => {
    fc.assert(
      fc.property(situationArbitrary(), (situation) => {
        const code = codeOf(situation);
        expect(situationOfCode(code)).toEqual(situation);
        expect(code).toBeLessThan(codeCount);
      }),
    );
    expect(codeOf(PEACE)).toBe(0);
  });

  test("agree in the part of some regions exactly when the situations agree in these", () => {
    const subsets = fc.subarray([...regionNames]);
    fc.assert(
      fc.property(subsets, situationArbitrary(), situationArbitrary(), (some, one, other) => {
        const part = partBy(new Map(some.map((region) => [region, allOf(region)])));
        const mixed = { ...one, ...Object.fromEntries(some.map((region) => [region, other[region]])) };
        expect(part(codeOf(mixed as Situation))).toBe(part(codeOf(other)));
        const alike = some.every((region) => one[region] === other[region]);
        expect(part(codeOf(one)) === part(codeOf(other))).toBe(alike);
      }),
      { numRuns: ofAll(300, 60) },
    );
  });
});

describe("a situation", () => {
  test("that the chart does not have is refused, if one region alone is wrong", () => {
    const wrong = keyOf(PEACE).replace("clear", "nonsense");
    expect(() => fromKey(wrong)).toThrow(
      /^This is no situation of the chart: \{"course":"normal.full","measures":"none","ledger":"nonsense"/,
    );
    expect(() => fromKey("normal.full|clear")).toThrow(/^This is no situation/);
  });

  test("is nested as the chart nests its states, and comes back", () => {
    const overture = { ...PEACE, course: "reconciliation.overture.by-a" } as const;
    const value = toStateValue(overture);
    expect(value).toMatchObject({ course: { reconciliation: { overture: "by-a" } }, ledger: "clear" });
    expect(fromStateValue(value)).toEqual(overture);
    expect(nested(["strike"])).toBe("strike");
    expect(() => fromStateValue("strike")).toThrow(new TypeError('"strike" is no state value of a parallel chart.'));
    const { ledger: _, ...without } = value;
    expect(() => fromStateValue(without)).toThrow(/^This is no situation/);
  });

  test("is within the states that hold it, and in none that only begins alike", () => {
    expect(within("retaliation.war", "retaliation")).toBe(true);
    expect(within("retaliation.war", "retaliation.war")).toBe(true);
    expect(within("retaliation.war", "retal")).toBe(false);
    expect(within("retaliation", "retaliation.war")).toBe(false);
    expect(patternWords("ledger")).toEqual(["clear", "by-a", "by-b", "both"]);
    expect(patternWords("course").slice(0, 6)).toEqual([
      ...["normal", "normal.full", "normal.reduced", "strained", "strike", "ambassadors-recalled"],
    ]);
  });
});

test("a transition is told by its states and its event, or as one that is always taken", () => {
  const texts = transitionsOf(chart.root).map(transitionText);
  expect(texts).toContain("course.strike --agree--> course.reconciliation.settled");
  expect(texts).toContain("course.normal.full --always--> course.normal.reduced");
  expect(texts).toContain("ledger.both --calm--> ledger.clear");
});
