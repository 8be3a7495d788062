/** Poisson weights, for uniformisation: those that matter, and what is left out. */

/** The chance of each number of events, from `first` on. */
export interface Poisson {
  readonly first: number;
  /** Chances of first, first + 1, ... events; they sum to 1. */
  readonly weights: Float64Array;
  /** At most this much of the whole was left out at both ends. */
  readonly error: number;
}

/** Weights are left out when all beyond them together are less than this share of the greatest one. */
const NEGLIGIBLE = 1e-17;

/**
 * Poisson chances, outwards from the likeliest number and put to scale by their sum, so that no factorial overflows (Fox
 * and Glynn, Communications of the ACM 31, 1988). The tails are bounded by geometric series.
 *
 * @param mean at least 0
 * @example
 * ```ts
 * import { poisson } from "demarche";
 * const { first, weights } = poisson(2);
 * first; // => 0
 * weights[0]?.toFixed(6); // => "0.135335"
 * ```
 */
export function poisson(mean: number): Poisson {
  const mode = Math.floor(mean);
  const below: number[] = [];
  let left = 0;
  for (let n = mode, weight = 1; n > 0; n--) {
    weight *= n / mean;
    const tail = n <= 1 ? 0 : weight / (1 - (n - 1) / mean) - weight;
    below.push(weight);
    if (tail < NEGLIGIBLE) {
      left = tail;
      break;
    }
  }
  const above: number[] = [];
  let right = 0;
  for (let n = mode + 1, weight = 1; ; n++) {
    weight *= mean / n;
    const ratio = mean / (n + 1);
    right = (weight * ratio) / (1 - ratio);
    above.push(weight);
    if (right < NEGLIGIBLE) break;
  }
  const weights = Float64Array.from([...below.toReversed(), 1, ...above]);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return { first: mode - below.length, weights: weights.map((weight) => weight / sum), error: (left + right) / sum };
}
