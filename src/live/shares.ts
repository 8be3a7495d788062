/** Shares in per cent, to a tenth: two ways to bring their sum to a hundred. */

/** Shares the remainder among the options that have nothing, or among all if each has something. */
export function shareRest(shares: readonly number[]): readonly number[] {
  const remainder = 100 - sumOf(shares);
  if (remainder <= 0) return shares;
  const empty = shares.filter((one) => one === 0).length;
  const among = empty === 0 ? shares.length : empty;
  return roundToHundred(shares.map((one) => (empty === 0 || one === 0 ? one + remainder / among : one)));
}

/** Scales shares to a sum of 100; equal shares if all are 0. */
export function scaleToHundred(shares: readonly number[]): readonly number[] {
  const sum = sumOf(shares);
  return roundToHundred(shares.map((one) => (sum === 0 ? 100 / shares.length : (100 * one) / sum)));
}

/** Rounds shares to tenths with a sum of 100: the largest takes the rounding error. */
function roundToHundred(shares: readonly number[]): readonly number[] {
  const rounded = shares.map(round);
  const remainder = round(100 - sumOf(rounded));
  const largest = rounded.indexOf(Math.max(...rounded));
  return rounded.map((one, k) => (k === largest ? round(one + remainder) : one));
}

/** What shares add up to, in per cent. */
export function sumOf(shares: readonly number[]): number {
  return shares.reduce((all, one) => all + one, 0);
}

/** A share to a tenth. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
