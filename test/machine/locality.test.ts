/** The chart's answer for one situation holds for all that agree in the regions which decide about the act. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ActId } from "../../src/events/index.ts";
import { alike } from "../../src/machine/alike.ts";
import {
  type ChartEvent,
  createTable,
  isEntitled,
  judge,
  keyOf,
  type Region,
  regionNames,
  regions,
  type Situation,
  symbolIndex,
  symbols,
  symbolText,
} from "../../src/machine/index.ts";
import { localityOf } from "../../src/machine/locality.ts";
import { nth } from "../../src/problem/index.ts";
import { symbolArbitrary } from "../../src/testing/index.ts";
import { inFull, ofAll } from "../support/enduring.ts";
import { reachable, situations } from "../support/reachable.ts";

/** Any combination of states, those included that nothing can reach and in which the chart would not rest. */
const combinations: fc.Arbitrary<Situation> = fc.record({
  course: fc.constantFrom(...regions.course),
  measures: fc.constantFrom(...regions.measures),
  ledger: fc.constantFrom(...regions.ledger),
  missionA: fc.constantFrom(...regions.missionA),
  missionB: fc.constantFrom(...regions.missionB),
  relations: fc.constantFrom(...regions.relations),
  channels: fc.constantFrom(...regions.channels),
  posture: fc.constantFrom(...regions.posture),
  terms: fc.constantFrom(...regions.terms),
});

test("in every reachable situation the table says of every act what the chart says", () => {
  const asked = alike().firsts.map((symbol) => nth(symbols, symbol));
  const { table } = reachable;
  // In full all of them; here of each act in its turn.
  const stride = inFull(1, ofAll(37, 149));
  const otherwise = situations.flatMap((situation, id) =>
    asked.flatMap((event, k) => {
      if ((id + k) % stride !== 0) return [];
      const symbol = symbolIndex(event);
      const { verdict, after } = judge(situation, event);
      const reached = table.situationOf(table.next(id, symbol));
      const same = table.verdict(id, symbol) === verdict && keyOf(reached) === keyOf(after);
      return same ? [] : [`${keyOf(situation)}: ${symbolText(event)}`];
    }),
  );
  expect(asked.length).toBeGreaterThan(80);
  expect(otherwise).toEqual([]);
});

test("in situations that nothing reaches, too, restless ones among them", () => {
  const events = fc.array(symbolArbitrary(), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.array(combinations, { minLength: 1, maxLength: 8 }), events, (some, asked) => {
      const table = createTable();
      for (const situation of some) {
        const id = table.idOf(situation);
        for (const event of asked) {
          const symbol = symbolIndex(event);
          const { verdict, after } = judge(situation, event);
          const reached = table.situationOf(table.next(id, symbol));
          expect({ event, verdict: table.verdict(id, symbol), reached }).toEqual({ event, verdict, reached: after });
        }
      }
    }),
    { numRuns: inFull(300, ofAll(100, 25)) },
  );
});

test("what an act changes lies in its locality", () => {
  const events: readonly ChartEvent[] = symbols.filter(isEntitled);
  fc.assert(
    fc.property(fc.constantFrom(...situations), fc.constantFrom(...events), (situation, event) => {
      const { after } = judge(situation, event);
      const changed = regionNames.filter((region) => situation[region] !== after[region]);
      expect(changed.filter((region) => !localityOf(event, situation.course).has(region))).toEqual([]);
    }),
    { numRuns: ofAll(2000, 500) },
  );
});

test("situations of one course that differ where the locality makes no difference have the same verdict and changes", () => {
  const events: readonly ChartEvent[] = symbols.filter(isEntitled);
  fc.assert(
    fc.property(fc.constantFrom(...situations), fc.constantFrom(...events), fc.nat(), (situation, event, choice) => {
      const local = localityOf(event, situation.course);
      const alike = situations.filter(
        (other) =>
          other.course === situation.course &&
          [...local].every(([region, numbers]) => {
            const states: readonly string[] = regions[region];
            return numbers[states.indexOf(other[region])] === numbers[states.indexOf(situation[region])];
          }),
      );
      const other = alike[choice % alike.length] ?? situation;
      const [one, two] = [judge(situation, event), judge(other, event)];
      expect(two.verdict).toBe(one.verdict);
      for (const region of regionNames) {
        const changed = one.after[region] !== situation[region];
        expect(two.after[region]).toBe(changed ? one.after[region] : other[region]);
      }
    }),
    { numRuns: inFull(2000, ofAll(300, 100)) },
  );
});

test("an act is decided by few regions: a statement by the course alone, a threat by two, a strike by three", () => {
  const regionsOf = (type: ActId, course: Situation["course"]) =>
    [...localityOf({ type, by: "a" }, course).keys()].toSorted();
  expect(regionsOf("make-statement", "strike")).toEqual(["course"]);
  expect(regionsOf("threaten-force", "strike")).toEqual(["course", "posture"]);
  expect(regionsOf("strike", "strike")).toEqual(["course", "ledger", "posture"]);
  expect(regionsOf("strike", "reconciliation.talks")).toEqual(["course", "ledger", "posture"]);
  for (const course of regions.course) {
    const all = symbols.filter((symbol) => localityOf(symbol, course).size === regionNames.length);
    expect(all.filter(({ type }) => type !== "restore-relations").map(symbolText)).toEqual([]);
  }
});

test("what only another actor or another detail could bring about plays no part", () => {
  const regionsOf = (event: ChartEvent) => [...localityOf(event, "strike").keys()].toSorted();
  const lifting = { type: "lift-measure", by: "a" } as const;
  expect(regionsOf(lifting)).toEqual(["course", "measures"]);
  expect(regionsOf({ ...lifting, detail: "nothing" })).toEqual(["course"]);
  expect(regionsOf({ type: "restore-relations", by: "a" })).toEqual(["course"]);
  const heads = (by: "a" | "both") =>
    regionsOf({ type: "recall-ambassador", by }).filter((one) => /^mission/.test(one));
  expect([heads("a"), heads("both")]).toEqual([["missionA"], ["missionA", "missionB"]]);
});

test("states that make the same difference have the same number, those that make another have another", () => {
  const numbers = (type: ActId, course: Situation["course"], region: Region) =>
    localityOf({ type, by: "both" }, course).get(region);
  expect(numbers("return-ambassador", "normal.reduced", "relations")).toEqual([0, 1]);
  expect(numbers("strike", "strike", "ledger")).toEqual([0, 1, 2, 3]);
  expect(numbers("strike", "strike", "posture")).toEqual([0, 1, 2, 3, 4]);
  expect(numbers("sign-agreement", "strike", "measures")).toEqual([0, 1, 1, 1]);
});

test("symbols that are alike have the same verdict and lead to the same situation, from everywhere", () => {
  const { places, firsts } = alike();
  expect(firsts.length).toBeLessThan(symbols.length / 3);
  const others = symbols.flatMap((_, k) => (nth(firsts, nth(places, k)) === k ? [] : [k]));
  fc.assert(
    fc.property(combinations, fc.constantFrom(...others), (situation, symbol) => {
      const [one, other] = [symbol, nth(firsts, nth(places, symbol))].map((k) => judge(situation, nth(symbols, k)));
      expect(one?.verdict).toBe(other?.verdict);
      expect(one?.after).toEqual(other?.after);
    }),
    { numRuns: inFull(20_000, ofAll(2000, 500)) },
  );
});
