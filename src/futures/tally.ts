/** Tallies: outcomes of futures counted in constant memory, as many futures as there may be. Tallies add up. */
import { countAt } from "../problem/index.ts";
import { type Estimate, meanOf, quantilePlaces, shareOf } from "./statistics.ts";

/** How an outcome was distributed over futures. */
export interface Tally {
  /** How many futures. */
  readonly futures: number;
  /** How many of them reached it: have a value at all. */
  readonly reached: number;
  readonly sum: number;
  readonly squares: number;
  /** How many futures had each value; times are put together in bins of `bin` minutes. */
  readonly counts: ReadonlyMap<number, number>;
  readonly bin: number;
}

export interface Counter {
  /** Counts a future's value; NaN for one that did not reach it. */
  readonly add: (value: number) => void;
  readonly tally: () => Tally;
}

/** The maximum number of bins for times. */
const MAX_BINS = 20_000;

/** The width of bins for times up to a length, in minutes. */
export function binFor(length: number): number {
  return Math.max(1, Math.ceil(length / MAX_BINS));
}

export function createCounter(bin = 1): Counter {
  const counts = new Map<number, number>();
  let futures = 0;
  let reached = 0;
  let sum = 0;
  let squares = 0;
  return {
    add: (value) => {
      futures += 1;
      if (Number.isNaN(value)) return;
      reached += 1;
      sum += value;
      squares += value * value;
      const place = bin === 1 ? value : Math.floor(value / bin) * bin;
      countAt(counts, place);
    },
    tally: () => ({ futures, reached, sum, squares, counts, bin }),
  };
}

/** Tallies of different futures put together, in their order. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const counts = new Map<number, number>();
  for (const tally of tallies) for (const [value, count] of tally.counts) countAt(counts, value, count);
  const total = (key: "futures" | "reached" | "sum" | "squares"): number =>
    tallies.reduce((all, tally) => all + tally[key], 0);
  const [futures, reached, sum, squares] = [total("futures"), total("reached"), total("sum"), total("squares")];
  return { futures, reached, sum, squares, counts, bin: tallies[0]?.bin ?? 1 };
}

/** The share of futures that have a value. */
export function reachedShare({ reached, futures }: Tally): Estimate {
  return shareOf(reached, futures);
}

/** The share of futures with exactly this value. */
export function shareWith({ counts, futures }: Tally, value: number): Estimate {
  return shareOf(counts.get(value) ?? 0, futures);
}

/** The mean over the futures that have a value. */
export function meanValue({ reached, sum, squares }: Tally): Estimate {
  return meanOf(reached, sum, squares);
}

/**
 * A quantile over all futures, those without a value counted as beyond every value.
 *
 * @returns Infinity where the quantile or an end of its interval lies among futures without a value
 */
export function quantileOf(tally: Tally, share: number): Estimate {
  const sorted = [...tally.counts].sort(([one], [other]) => one - other);
  const at = (place: number): number => {
    let cumulative = 0;
    for (const [value, count] of sorted) {
      cumulative += count;
      if (place < cumulative) return value;
    }
    return Number.POSITIVE_INFINITY;
  };
  const [value, low, high] = quantilePlaces(share, tally.futures);
  return { value: at(value), low: at(low), high: at(high) };
}
