/** Slots: columns of time. Each day that has events gets a column; with too many, each week, month or year does. */
import { dayStart, MINUTES_PER_DAY } from "../../events/index.ts";
import { dateText, dayOf, monthText, weekdayOf } from "../dates.ts";
import type { Words } from "../words/index.ts";
import type { Mark } from "./marks.ts";

/** The unit of time of a column. */
export type Unit = "day" | "week" | "month" | "year";

/** All units, the finest first. */
export const units: readonly Unit[] = ["day", "week", "month", "year"];

/** A column: its time, the end excluded, and what happened in it. */
export interface Slot {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly marks: readonly Mark[];
  /** Whole days without an event between the column before it and this one. */
  readonly pause: number;
}

/** The maximum length of a record with weekdays, in days. They mean little in a longer one. */
const WEEKDAYS = 60;

/** The columns of marks, in order. */
export function slotsOf(marks: readonly Mark[], unit: Unit, say: Words): readonly Slot[] {
  const groups = [...Map.groupBy(marks, ({ minute }) => startOf(minute, unit))];
  const [first, last] = [marks[0]?.minute ?? 0, marks.at(-1)?.minute ?? 0];
  const weekday = (last - first) / MINUTES_PER_DAY <= WEEKDAYS;
  return groups.map(([from, inside], k): Slot => {
    const before = groups[k - 1]?.[0];
    const year =
      before === undefined ? dayOf(first).year !== dayOf(last).year : dayOf(before).year !== dayOf(from).year;
    const to = endOf(from, unit);
    const pause = before === undefined ? 0 : Math.max(0, (from - endOf(before, unit)) / MINUTES_PER_DAY);
    return { unit, from, to, label: labelOf(from, to, unit, say, { weekday, year }), marks: inside, pause };
  });
}

function startOf(minute: number, unit: Unit): number {
  const day = dayStart(minute);
  if (unit === "day") return day;
  if (unit === "week") return day - ((weekdayOf(day) + 6) % 7) * MINUTES_PER_DAY;
  const date = dayOf(day);
  const first = day - (date.day - 1) * MINUTES_PER_DAY;
  if (unit === "month") return first;
  let start = first;
  for (let month = date.month; month > 1; month--) start = startOf(start - MINUTES_PER_DAY, "month");
  return start;
}

function endOf(start: number, unit: Unit): number {
  if (unit === "day") return start + MINUTES_PER_DAY;
  if (unit === "week") return start + 7 * MINUTES_PER_DAY;
  // A day of the next month or year, whatever its length.
  return startOf(start + (unit === "month" ? 32 : 367) * MINUTES_PER_DAY, unit);
}

function labelOf(from: number, to: number, unit: Unit, say: Words, more: { weekday: boolean; year: boolean }): string {
  if (unit === "day") return dateText(from, say, more);
  if (unit === "month") return monthText(from, say);
  if (unit === "year") return String(dayOf(from).year);
  return `${dateText(from, say)} – ${dateText(to - 1, say, { year: more.year })}`;
}
