/** Dates as pictures write them. */
import { dayStart, MINUTES_PER_DAY } from "../events/index.ts";
import { nth } from "../problem/index.ts";
import type { Words } from "./words/index.ts";

/** The parts of a day's date. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The date of a minute. */
export function dayOf(minute: number): Day {
  const date = new Date(minute * 60_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The weekday of a minute, Sunday 0. */
export function weekdayOf(minute: number): number {
  // The epoch was a Thursday.
  return (((dayStart(minute) / MINUTES_PER_DAY + 4) % 7) + 7) % 7;
}

/** `16 Jan`, or `Tue 16 Jan`, or with the year. */
export function dateText(minute: number, say: Words, more: { weekday?: boolean; year?: boolean } = {}): string {
  const { year, month, day } = dayOf(minute);
  const parts = [
    ...(more.weekday ? [nth(say.weekdays, weekdayOf(minute))] : []),
    say.dayOfMonth(day),
    nth(say.months, month - 1),
    ...(more.year ? [String(year)] : []),
  ];
  return parts.join(" ");
}

/** `Jan 2024`. */
export function monthText(minute: number, say: Words): string {
  const { year, month } = dayOf(minute);
  return `${nth(say.months, month - 1)} ${year}`;
}
