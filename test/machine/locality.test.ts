/** The chart's answer for one situation holds for all that agree in the regions which decide about the act. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { actIds, actOf } from "../../src/events/index.ts";
import {
  type ChartEvent,
  createTable,
  isEntitled,
  judge,
  keyOf,
  regionNames,
  regions,
  type Situation,
  symbolIndex,
  symbols,
  symbolText,
} from "../../src/machine/index.ts";
import { localityOf } from "../../src/machine/locality.ts";
import { representative } from "../../src/machine/on.ts";
import { symbolArbitrary } from "../../src/testing/index.ts";
import { inFull } from "../support/enduring.ts";
import { reachable, situations } from "../support/reachable.ts";

/** Any combination of states, those included that nothing can reach and in which the chart would not rest. */
const combinations: fc.Arbitrary<Situation> = fc.record({
  course: fc.constantFrom(...regions.course),
  ledger: fc.constantFrom(...regions.ledger),
  missionA: fc.constantFrom(...regions.missionA),
  missionB: fc.constantFrom(...regions.missionB),
  relations: fc.constantFrom(...regions.relations),
  channels: fc.constantFrom(...regions.channels),
  posture: fc.constantFrom(...regions.posture),
  terms: fc.constantFrom(...regions.terms),
});

test("in every reachable situation the table says of every act what the chart says", () => {
  const asked = symbols.filter((symbol) => isEntitled(symbol) && representative(symbol.type) === symbol.type);
  const { table } = reachable;
  // In full all of them; here every seventh.
  const otherwise = situations.flatMap((situation, id) =>
    (id % inFull(1, 7) === 0 ? asked : []).flatMap((event) => {
      const symbol = symbolIndex(event);
      const { verdict, after } = judge(situation, event);
      const said = table.situationOf(table.next(id, symbol));
      const same = table.verdict(id, symbol) === verdict && keyOf(said) === keyOf(after);
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
          const said = table.situationOf(table.next(id, symbol));
          expect({ event, verdict: table.verdict(id, symbol), said }).toEqual({ event, verdict, said: after });
        }
      }
    }),
    { numRuns: inFull(300, 150) },
  );
});

test("what an act changes lies in its locality", () => {
  const events: readonly ChartEvent[] = symbols.filter(isEntitled);
  fc.assert(
    fc.property(fc.constantFrom(...situations), fc.constantFrom(...events), (situation, event) => {
      const { after } = judge(situation, event);
      const changed = regionNames.filter((region) => situation[region] !== after[region]);
      expect(changed.filter((region) => !localityOf(event.type).has(region))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test("an act is decided by few regions: a statement by none, a threat by one, a strike by four", () => {
  expect([...localityOf("make-statement")]).toEqual([]);
  expect([...localityOf("threaten-force")]).toEqual(["posture"]);
  expect(new Set(localityOf("strike"))).toEqual(new Set(["course", "ledger", "posture", "terms"]));
  const all = actIds.filter((id) => localityOf(id).size === regionNames.length);
  expect(all.map((id) => actOf(id).label)).toEqual([]);
});
