/** Intervals: how sure one may be of a share, a mean or a quantile that was counted over futures. */

/** An estimate with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The standard normal's 97.5 % quantile, for intervals of 95 %. */
const Z = 1.959963984540054;

/**
 * A share with Wilson's score interval (Wilson, JASA 22, 1927), which holds for shares near 0 and 1 and few cases too.
 *
 * @example
 * ```ts
 * import { shareOf } from "demarche";
 * shareOf(0, 100).high.toFixed(3); // => "0.037"
 * ```
 */
export function shareOf(hits: number, all: number): Estimate {
  if (all === 0) return { value: Number.NaN, low: 0, high: 1 };
  const share = hits / all;
  const z2 = (Z * Z) / all;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = (Z * Math.sqrt((share * (1 - share)) / all + z2 / (4 * all))) / (1 + z2);
  // At no or all hits the bound is 0 or 1 exactly; rounding would put it beside.
  const low = hits === 0 ? 0 : Math.max(0, middle - half);
  return { value: share, low, high: hits === all ? 1 : Math.min(1, middle + half) };
}

/** A mean with its normal interval, from the number, the sum and the sum of squares. */
export function meanOf(count: number, sum: number, squares: number): Estimate {
  const value = count === 0 ? Number.NaN : sum / count;
  // One case says nothing of how far others lie from it.
  if (count < 2) return { value, low: Number.NaN, high: Number.NaN };
  const half = Z * Math.sqrt(varianceOf(count, sum, squares) / count);
  return { value, low: value - half, high: value + half };
}

/** The variance, from the number, the sum and the sum of squares; never below 0. */
export function varianceOf(count: number, sum: number, squares: number): number {
  return count < 2 ? 0 : Math.max(0, (squares - (sum * sum) / count) / (count - 1));
}

/**
 * The places, counted from 0, of the order statistics that are a quantile and the ends of its interval: what is below
 * them is binomial, taken as normal (Conover, Practical Nonparametric Statistics, 3.2).
 */
export function quantilePlaces(share: number, all: number): readonly [value: number, low: number, high: number] {
  const inside = (place: number): number => Math.min(all - 1, Math.max(0, place));
  const half = Z * Math.sqrt(all * share * (1 - share));
  return [
    inside(Math.ceil(all * share) - 1),
    inside(Math.floor(all * share - half)),
    inside(Math.ceil(all * share + half)),
  ];
}
