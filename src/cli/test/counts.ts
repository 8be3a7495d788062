/** Counts beside the lines of a scenario file: events, contracts and rules, by how often they were reached. */
import type { HuntResult } from "../../laws/index.ts";
import type { Place, Places, Scenario } from "../../scenario/index.ts";

/**
 * By line: in how many histories an event happened, in how many a contract was put to the test (`leads-to`: how often it
 * was asked for an answer), and how often a rule led to an act.
 */
export function countsOf(
  { contracts }: Scenario,
  places: Places,
  { coverage, claims, futures }: HuntResult,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const put = (place: Place | undefined, count: number): void => {
    if (place !== undefined) counts.set(place.line, (counts.get(place.line) ?? 0) + count);
  };
  for (const [id, { happened }] of coverage.events) put(places.event(id), happened);
  for (const { claim, witness } of claims) {
    if (claim.kind !== "contract" || witness === undefined) continue;
    put(
      places.contract(contracts.indexOf(claim.contract)),
      claim.contract.kind === "leads-to" ? witness.asked : witness.histories,
    );
  }
  if (futures === 0) return counts;
  for (const [code, fired] of coverage.rules) fired.forEach((count, k) => void put(places.rule(code, k), count));
  return counts;
}
