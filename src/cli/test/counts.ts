/** Counts beside the lines of a scenario file: events, contracts and rules, by how often they were reached. */
import type { HuntResult } from "../../laws/index.ts";
import type { Scenario } from "../../scenario/index.ts";

/**
 * By line: in how many histories an event happened, in how many a contract was put to the test (`leads-to`: how often it
 * was asked for an answer), and how often a rule led to an act.
 */
export function countsOf(scenario: Scenario, { coverage, claims, futures }: HuntResult): ReadonlyMap<number, number> {
  const { lines, contracts, contractLines, ruleLines } = scenario;
  const counts = new Map<number, number>();
  const put = (line: number | undefined, count: number): void => {
    if (line !== undefined) counts.set(line, (counts.get(line) ?? 0) + count);
  };
  for (const [id, { happened }] of coverage.events) put(lines[id], happened);
  for (const { claim, witness } of claims) {
    if (claim.kind !== "contract" || witness === undefined) continue;
    const place = contracts.indexOf(claim.contract);
    put(contractLines[place], claim.contract.kind === "leads-to" ? witness.asked : witness.histories);
  }
  if (futures === 0) return counts;
  for (const [code, fired] of coverage.rules) fired.forEach((count, k) => void put(ruleLines[code]?.[k], count));
  return counts;
}
