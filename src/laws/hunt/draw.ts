/** Drawing: random what-ifs of a record, as wishes that shrink by themselves and are granted as far as the record allows. */
import fc from "fast-check";
import type { Branch, Edit, Policy } from "../../history/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { granted } from "./grant.ts";
import type { Wish } from "./wish.ts";

/** A what-if that was drawn. */
export interface Drawn {
  readonly edits: readonly Edit[];
  readonly then: Policy;
  /** With `then: model`: the number of the one future that is looked at. */
  readonly run: number;
}

const PLACES = 10_000;
const PICKS = 1_000;
const place = fc.nat(PLACES);
const days = fc.integer({ min: -10, max: 20 });

const wish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("drop" as const), place }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("walk" as const),
      place,
      days: fc.nat(20),
      picks: fc.array(fc.nat(PICKS), { minLength: 1, maxLength: 5, size: "max" }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("move" as const), place, days }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("replace" as const), place, pick: fc.nat(PICKS) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("swap" as const), place }) },
);

/**
 * Random what-ifs of a scenario's record: events dropped, moved and replaced, parties exchanged, valid acts added that
 * walk through the chart, under every policy that the file has a use for. Whatever is drawn can stand in the file.
 */
export function drawnArbitrary(scenario: Scenario, record: Branch): fc.Arbitrary<Drawn> {
  const modelled = Object.keys(scenario.doctrines).length > 0;
  const policies: readonly Policy[] = modelled ? ["keep", "prune", "stop", "model"] : ["keep", "prune", "stop"];
  return fc
    .record({
      wishes: fc.array(wish, { minLength: 1, maxLength: 6, size: "max" }),
      then: fc.constantFrom(...policies),
      run: fc.nat(1000),
    })
    .map(({ wishes, then, run }) => ({ edits: granted(wishes, scenario, record, then), then, run }));
}
