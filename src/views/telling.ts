/** What a view is told: a scenario's replay with its names, up to a moment. */
import { formatWhen, MINUTES_PER_DAY, type Precision } from "../events/index.ts";
import type { History } from "../history/index.ts";
import type { Scenario } from "../scenario/index.ts";

/** A replay and what is needed to tell it. */
export interface Telling {
  readonly scenario: Pick<
    Scenario,
    "name" | "title" | "purpose" | "window" | "dyad" | "actors" | "sources" | "context" | "lessons"
  >;
  readonly history: History;
  /** The last minute that is told. */
  readonly until: number;
}

/** The name of an actor; its code where the file gives none. */
export function nameOf({ scenario }: Pick<Telling, "scenario">, code: string): string {
  return scenario.actors[code]?.name ?? code;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day as people read it: `16 Jan 2024`. */
export function dayText(minute: number): string {
  const [year = "", month = "", day = ""] = formatWhen(minute, "day").split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** A day without its year: `16 Jan`. */
export function shortDay(minute: number): string {
  return dayText(minute).replace(/ \d+$/, "");
}

/** A moment in the record's own form: the day, or the day and minute. */
export function momentText(minute: number, precision: Precision = "day"): string {
  return formatWhen(minute, precision).replace("T", " ");
}

/** How far something is told: the day, unless it stops in the middle of one. */
export function stopText(minute: number): string {
  const whole = minute % MINUTES_PER_DAY === 0 || endsDay(minute);
  return momentText(minute, whole ? "day" : "minute");
}

/** The moment at which something stands: `the end of 2024-01-16`, or the minute. */
export function standText(minute: number): string {
  return endsDay(minute) ? `the end of ${momentText(minute)}` : momentText(minute, "minute");
}

function endsDay(minute: number): boolean {
  return (minute + 1) % MINUTES_PER_DAY === 0;
}
