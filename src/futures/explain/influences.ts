/** Influences: how far each assumption of a sweep decides each quantity. */
import type { Quantity, SweepSummary } from "../sweep/index.ts";
import type { Cases } from "./cases.ts";
import { assumedShare, type Sensitivity, sensitivities } from "./sensitivity.ts";

/** How far the assumptions decide one quantity. */
export interface Influence {
  readonly quantity: Quantity;
  /** The share of what differs between single futures that is the assumptions'; the rest is chance. */
  readonly assumed: number;
  readonly shares: readonly Sensitivity[];
}

/**
 * How far the assumptions of a sweep decide each quantity that is not always zero.
 *
 * @param casesOf the cases of sums over the futures of each point
 */
export function influencesOf(
  { counted, points }: SweepSummary,
  casesOf: (sums: Float64Array) => Cases,
  seed: number,
): readonly Influence[] {
  return points
    .filter(({ sums }) => sums.some((sum) => sum !== 0))
    .map(({ quantity, sums, squares }) => ({
      quantity,
      assumed: assumedShare(counted, sums, squares),
      shares: sensitivities(casesOf(sums), seed),
    }));
}
