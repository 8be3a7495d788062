import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { transition } from "xstate";
import {
  type ChartEvent,
  chart,
  createTable,
  fromKey,
  isEntitled,
  judge,
  keyOf,
  matches,
  PEACE,
  requirements,
  type Situation,
  situationOf,
  snapshotOf,
  step,
  stepSnapshot,
  symbolIndex,
  symbols,
  symbolText,
  unmet,
} from "../../src/machine/index.ts";
import { chartEvents, situationArbitrary, symbolArbitrary, validWalk } from "../../src/testing/index.ts";
import { ofAll } from "../support/enduring.ts";

describe("there is one semantics", () => {
  test("step is xstate's transition, on any sequence of events, valid or not", () => {
    fc.assert(
      fc.property(chartEvents(), (events) => {
        let ours = snapshotOf(PEACE);
        let theirs = snapshotOf(PEACE);
        for (const event of events) {
          ours = stepSnapshot(ours, event);
          [theirs] = transition(chart, theirs, event);
          expect(ours.value).toEqual(theirs.value);
        }
      }),
    );
  });

  test("step is xstate's transition along valid histories", () => {
    fc.assert(
      fc.property(validWalk({ maxLength: 30 }), (events) => {
        let ours = PEACE;
        let theirs = snapshotOf(PEACE);
        for (const event of events) {
          ours = step(ours, event);
          [theirs] = transition(chart, theirs, event);
          expect(ours).toEqual(situationOf(theirs));
        }
      }),
    );
  });

  test("the table is step, and its verdicts are the judge's", () => {
    const table = createTable();
    fc.assert(
      fc.property(situationArbitrary(), symbolArbitrary(), (situation, event) => {
        const id = table.idOf(situation);
        expect(table.situationOf(table.next(id, symbolIndex(event)))).toEqual(step(situation, event));
        expect(table.verdict(id, symbolIndex(event))).toBe(judge(situation, event).verdict);
      }),
      { numRuns: ofAll(3000, 500) },
    );
  });

  test("a new actor of the chart starts where a relation starts", () => {
    expect(situationOf(chart.resolveState({ value: snapshotOf(PEACE).value, context: {} }))).toEqual(PEACE);
  });
});

describe("a verdict", () => {
  const judged = (situation: Situation, event: ChartEvent) => judge(situation, event);

  test("is void exactly when a requirement is not met, and then the chart itself stays", () => {
    fc.assert(
      fc.property(situationArbitrary(), symbolArbitrary(), (situation, event) => {
        const { verdict, reasons } = judged(situation, event);
        expect(verdict === "void").toBe(unmet(situation, event).length > 0);
        expect(reasons.map(({ requirement }) => requirement)).toEqual(unmet(situation, event));
        if (verdict === "void") expect(keyOf(step(situation, event))).toBe(keyOf(situation));
      }),
      { numRuns: ofAll(3000, 500) },
    );
  });

  test("is applied exactly when the situation changes", () => {
    fc.assert(
      fc.property(situationArbitrary(), symbolArbitrary(), (situation, event) => {
        const { verdict, after } = judged(situation, event);
        expect(verdict === "applied").toBe(keyOf(after) !== keyOf(situation));
      }),
    );
  });

  test("that is void names for every requirement the rule it comes from and a remedy", () => {
    for (const { sentence, rule, remedy } of Object.values(requirements)) {
      for (const text of [sentence, rule, remedy]) expect(text.length).toBeGreaterThan(10);
      expect(sentence).toMatch(/\.$/);
    }
  });
});

test("a situation and its key are each other's inverse", () => {
  fc.assert(
    fc.property(situationArbitrary(), (situation) => {
      expect(fromKey(keyOf(situation))).toEqual(situation);
    }),
  );
  expect(() => fromKey("nonsense")).toThrow(/^This is no situation/);
});

test("symbols are numbered in order, and each says who does what", () => {
  expect(symbols.map(symbolIndex)).toEqual(symbols.map((_, k) => k));
  expect(new Set(symbols.map(symbolText)).size).toBe(symbols.length);
});

test("an actor whom the catalogue does not name for an act is not entitled to it, anywhere", () => {
  fc.assert(
    fc.property(situationArbitrary(), symbolArbitrary(), (situation, event) => {
      expect(unmet(situation, event).includes("entitled-actor")).toBe(!isEntitled(event));
    }),
  );
});

test("a pattern matches a state and all that the state holds", () => {
  const war = { ...PEACE, course: "retaliation.war", ledger: "both" } as const;
  expect(matches(war, { course: "retaliation" })).toBe(true);
  expect(matches(war, { course: ["strike", "retaliation.war"] })).toBe(true);
  expect(matches(war, { course: "reconciliation" })).toBe(false);
  expect(matches(war, {})).toBe(true);
});
