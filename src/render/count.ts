/** Counts as text. */

/** A number with a comma after its thousands. */
export function formatCount(count: number): string {
  // Languages take long to load, and most counts are small.
  if (Number.isInteger(count) && Math.abs(count) < 1000) return String(count);
  return count.toLocaleString("en");
}

/** How many there are of something: `1 error`, `1,200 errors`. */
export function plural(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}
