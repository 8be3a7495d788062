/** How many days until the next event: a share on the same day, then spans of days that grow longer and longer. */

/** The first day of each span; the last entry is where the last span ends: no gap is longer. */
const SPAN_STARTS = [0, 1, 2, 3, 5, 8, 15, 31, 61, 121, 241, 481, 1001, 12_001];

export const SPAN_COUNT: number = SPAN_STARTS.length - 1;

/** Sums of 1/day over each span: within one, a day is the less likely the later it is. */
const HARMONIC_SUMS: readonly number[] = Array.from({ length: SPAN_COUNT }, (_, k) => harmonic(from(k), from(k + 1)));

/** The span in which a number of days lies. */
export function spanOf(days: number): number {
  let span = SPAN_COUNT - 1;
  while (span > 0 && days < from(span)) span -= 1;
  return span;
}

/** The chance of a number of days, given that it lies in its span. */
export function withinSpan(days: number): number {
  const span = spanOf(days);
  return span === 0 ? 1 : 1 / (Math.min(days, from(SPAN_COUNT) - 1) * (HARMONIC_SUMS[span] as number));
}

/** The days at a share from 0 up to, and not including, 1 of a span. */
export function daysAt(span: number, share: number): number {
  if (span === 0) return 0;
  const [first, next] = [from(span), from(span + 1)];
  return Math.min(next - 1, Math.floor(first * (next / first) ** share));
}

function from(span: number): number {
  return SPAN_STARTS[span] as number;
}

function harmonic(first: number, next: number): number {
  let sum = 0;
  for (let day = Math.max(1, first); day < next; day++) sum += 1 / day;
  return sum;
}
