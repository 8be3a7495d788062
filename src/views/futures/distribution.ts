/** Distributions in one line: a small histogram, and the numbers beside it. */
import { MINUTES_PER_DAY } from "../../events/index.ts";
import type { Estimate, Tally } from "../../futures/index.ts";
import { addAt } from "../../problem/index.ts";
import { SPARKS } from "../scores.ts";

/** Columns of a histogram. */
export const HISTOGRAM = 14;

/**
 * A histogram between two values; a column without any future is a dot. Its height is by the fullest column.
 *
 * @param columns how many columns; values beyond the ends count in the outermost
 */
export function histogram({ counts }: Tally, low: number, high: number, columns: number = HISTOGRAM): string {
  const filled = new Float64Array(columns);
  for (const [value, count] of counts) {
    const place = high === low ? 0 : Math.floor(((value - low) / (high - low)) * columns);
    const column = Math.min(columns - 1, Math.max(0, place));
    addAt(filled, column, count);
  }
  const most = Math.max(1, ...filled);
  return Array.from(filled, (count) =>
    count === 0 ? "·" : (SPARKS[Math.min(SPARKS.length - 1, Math.floor((count / most) * SPARKS.length))] ?? "█"),
  ).join("");
}

/** `61.2 % (59.1 to 63.3)`. */
export function percentText({ value, low, high }: Estimate): string {
  if (Number.isNaN(value)) return "no future";
  const percent = (share: number): string => (share * 100).toFixed(1);
  return `${percent(value)} % (${percent(low)} to ${percent(high)})`;
}

/** `12.3 d (11.0 to 14.2)`, from minutes; beyond the horizon where it lies there. */
export function daysText({ value, low, high }: Estimate): string {
  if (!Number.isFinite(value)) return "beyond the horizon";
  return `${dayCount(value)} d (${dayCount(low)} to ${dayCount(high)})`;
}

/** Minutes as days with one decimal. */
export function dayCount(minutes: number): string {
  if (!Number.isFinite(minutes)) return "∞";
  return (minutes / MINUTES_PER_DAY).toFixed(1);
}

/** `2.13 (2.05 to 2.21)`. */
export function numberText({ value, low, high }: Estimate): string {
  if (Number.isNaN(value)) return "none";
  return `${value.toFixed(2)} (${Number.isNaN(low) ? "of one" : `${low.toFixed(2)} to ${high.toFixed(2)}`})`;
}
