/** Shares in per cent, to a tenth: how what is left of a hundred is given out. */

/** What is left, shared among the options that have nothing; among all where each has something. */
export function shareRest(shares: readonly number[]): readonly number[] {
  const left = 100 - sumOf(shares);
  if (left <= 0) return shares;
  const empty = shares.filter((one) => one === 0).length;
  const among = empty === 0 ? shares.length : empty;
  return roundToHundred(shares.map((one) => (empty === 0 || one === 0 ? one + left / among : one)));
}

/** The same shares to one another, with a sum of 100; all alike where nothing was given. */
export function scaleToHundred(shares: readonly number[]): readonly number[] {
  const sum = sumOf(shares);
  return roundToHundred(shares.map((one) => (sum === 0 ? 100 / shares.length : (100 * one) / sum)));
}

/** Rounded to tenths so that the sum stays 100: the largest takes what rounding left. */
function roundToHundred(shares: readonly number[]): readonly number[] {
  const rounded = shares.map(round);
  const left = round(100 - sumOf(rounded));
  const largest = rounded.indexOf(Math.max(...rounded));
  return rounded.map((one, k) => (k === largest ? round(one + left) : one));
}

/** What shares add up to, in per cent. */
export function sumOf(shares: readonly number[]): number {
  return shares.reduce((all, one) => all + one, 0);
}

/** A share to a tenth. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
