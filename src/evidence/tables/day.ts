/** Dates as these tables know them: a year, and perhaps a month and a day. */
import { parseWhen } from "../../events/index.ts";
import type { Cells } from "./cells.ts";

/** A date as far as it is known. */
export interface KnownDate {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

export interface DateColumns {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** What the day's column holds where only a part of the month is known: such a day is not known. */
  readonly vague?: readonly string[];
}

/**
 * The date in three columns; undefined where not even the year is known.
 *
 * @throws Problem when there is no such day
 */
export function dateIn(cells: Cells, columns: DateColumns): KnownDate | undefined {
  const year = cells.known(columns.year, 1, 9999);
  if (year === undefined) return undefined;
  const month = cells.known(columns.month, 1, 12);
  const isVague = month === undefined || columns.vague?.includes(cells.text(columns.day)) === true;
  const day = isVague ? undefined : cells.known(columns.day, 1, 31);
  if (day !== undefined && day > 28 && parseWhen(dateText({ year, month, day })) === undefined) {
    const found = `there is no day ${dateText({ year, month, day })}.`;
    throw cells.refusal(columns.day, "a day that does not exist", found);
  }
  return { year, month, day };
}

/** The same where there must be one. */
export function dateOf(cells: Cells, columns: DateColumns): KnownDate {
  const date = dateIn(cells, columns);
  if (date !== undefined) return date;
  throw cells.refusal(columns.year, "no date", "the year is not known.");
}

/** A date as the record writes it, no finer than it is known. */
export function dateText({ year, month, day }: KnownDate): string {
  const parts = [year.toString().padStart(4, "0"), two(month), month === undefined ? undefined : two(day)];
  return parts.filter((part) => part !== undefined).join("-");
}

/** Whether one date is certainly before another. */
export function isBefore(one: KnownDate, other: KnownDate): boolean {
  if (one.year !== other.year) return one.year < other.year;
  if (one.month === undefined || other.month === undefined) return false;
  if (one.month !== other.month) return one.month < other.month;
  return one.day !== undefined && other.day !== undefined && one.day < other.day;
}

/** Orders dates; what is known to a month or a year stands at its beginning. */
export function inOrder(one: KnownDate, other: KnownDate): number {
  return one.year - other.year || (one.month ?? 1) - (other.month ?? 1) || (one.day ?? 1) - (other.day ?? 1);
}

function two(part: number | undefined): string | undefined {
  return part?.toString().padStart(2, "0");
}
