/** A scale of time: minutes to places, with dates at even steps. */
import { dayStart, MINUTES_PER_DAY } from "../events/index.ts";
import { dateText, dayOf, monthText } from "./dates.ts";
import { measure } from "./font/measure.ts";
import type { Sheet } from "./picture.ts";
import { element, SMALL, textAt } from "./svg.ts";
import type { Words } from "./words/index.ts";

/** Places of minutes. */
export interface Scale {
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly until: number;
  readonly at: (minute: number) => number;
}

/** A scale true to time, to the end of its last day. Minutes outside are placed at its ends. */
export function scaleOf(from: number, last: number, left: number, right: number): Scale {
  // What the last event changed is shown for the rest of its day.
  const until = dayStart(last) + MINUTES_PER_DAY - 1;
  const span = Math.max(1, until - from);
  const at = (minute: number): number => left + (Math.max(0, Math.min(span, minute - from)) / span) * (right - left);
  return { left, right, from, until, at };
}

/** A date on a scale. */
export interface Tick {
  readonly x: number;
  readonly text: string;
}

/** Dates at even steps of days, months or years, as many as there is room for. */
export function ticksOf(scale: Scale, say: Words): readonly Tick[] {
  const { from, until, left, right, at } = scale;
  const days = Math.max(1, (until - from) / MINUTES_PER_DAY);
  const room = Math.max(1, Math.floor((right - left) / 76));
  const step = [1, 2, 7, 14].find((one) => days / one <= room);
  if (step !== undefined) {
    const first = dayStart(from);
    const count = Math.floor((until - first) / (step * MINUTES_PER_DAY)) + 1;
    const year = dayOf(from).year !== dayOf(until).year;
    return Array.from({ length: count }, (_, k) => first + k * step * MINUTES_PER_DAY)
      .filter((minute) => minute >= from)
      .map((minute) => ({ x: at(minute), text: dateText(minute, say, { year }) }))
      .filter(endsBefore(right));
  }
  const months = [1, 2, 3, 6, 12, 24, 60, 120].find((one) => days / 30.44 / one <= room) ?? 240;
  const ticks: Tick[] = [];
  for (let minute = nextMonth(from); minute <= until; minute = nextMonth(minute)) {
    const { year, month } = dayOf(minute);
    if ((year * 12 + month - 1) % months !== 0) continue;
    ticks.push({ x: at(minute), text: months >= 12 ? String(year) : monthText(minute, say) });
  }
  return ticks.filter(endsBefore(right));
}

/** Dates, each at the right of its line. Their base line is at `y`; `line` is the rest of each line's path. */
export function drawDates(sheet: Sheet, ticks: readonly Tick[], line: string, y: number): string {
  const look = { stroke: sheet.colour("line"), "stroke-width": 1 };
  return ticks
    .map(
      ({ x, text }) =>
        element("path", { d: `M${x.toFixed(1)} ${line}`, ...look }) + textAt(sheet, { x: x + 4, y, text, ...SMALL }),
    )
    .join("");
}

/** The first day of the month after a minute. */
function nextMonth(minute: number): number {
  const { day } = dayOf(minute);
  const later = dayStart(minute) + (32 - day + 1) * MINUTES_PER_DAY;
  return later - (dayOf(later).day - 1) * MINUTES_PER_DAY;
}

function endsBefore(right: number): (tick: Tick) => boolean {
  return ({ x, text }) => x + measure(text, 12) + 4 <= right;
}
