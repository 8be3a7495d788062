/** Comparing what was counted with what is exact, at a level that is stated: bounds that hold for every sample size. */

/**
 * Whether a share that was counted is compatible with one of an interval. By Chernoff's bound a share as far from the
 * true one as this, in Kullback-Leibler divergence, has a chance of at most `level`.
 */
export function compatible(hits: number, all: number, [low, high]: readonly [number, number], level: number): boolean {
  const share = hits / all;
  const nearest = Math.min(high, Math.max(low, share));
  return all * divergence(share, nearest) <= Math.log(2 / level);
}

/**
 * How far a mean of values within a range may be from the true one, at a level: the empirical Bernstein bound (Maurer and
 * Pontil, Empirical Bernstein bounds and sample variance penalization, 2009, theorem 4, both sides).
 */
export function meanBound(count: number, variance: number, range: number, level: number): number {
  const log = Math.log(4 / level);
  return Math.sqrt((2 * variance * log) / count) + (7 * range * log) / (3 * (count - 1));
}

function divergence(share: number, truth: number): number {
  const part = (p: number, q: number): number => (p === 0 ? 0 : p * Math.log(p / q));
  return part(share, truth) + part(1 - share, 1 - truth);
}
