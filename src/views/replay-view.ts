/** What views show: a scenario's replay up to a moment, with the names that it needs. */
import { actOf, formatWhen, MINUTES_PER_DAY, measureKinds, type Precision } from "../events/index.ts";
import type { ClockEntry, History } from "../history/index.ts";
import { type ListPart, list } from "../render/index.ts";
import type { Scenario } from "../scenario/index.ts";

/** A replay up to a minute, with what its texts need of the scenario. */
export interface ReplayView {
  readonly scenario: Pick<
    Scenario,
    | "name"
    | "title"
    | "purpose"
    | "zone"
    | "window"
    | "dyad"
    | "relations"
    | "actors"
    | "sources"
    | "context"
    | "lessons"
  >;
  readonly history: History;
  /** The last minute shown. */
  readonly until: number;
}

/** A replay with its last minute in words. */
export interface CrisisAtMoment extends ReplayView {
  /** The last minute in words: `the end of 2024-01-17`, `2024-01-17, after recall`. */
  readonly moment: string;
}

/** The name of an actor; its code where the file gives none. */
export function nameOf(
  { scenario }: { readonly scenario: Pick<ReplayView["scenario"], "actors"> },
  code: string,
): string {
  return scenario.actors[code]?.name ?? code;
}

/** An actor by name and code: `Pakistan (PAK)`. */
export function actorText(code: string, scenario: ReplayView["scenario"]): string {
  const name = nameOf({ scenario }, code);
  return name === code ? code : `${name} (${code})`;
}

/** A source as a reader would look for it: title, author, publisher, date, address. */
export function sourceText(id: string, { sources }: Pick<ReplayView["scenario"], "sources">): string {
  const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
  if (source === undefined) return id;
  const { title, author, publisher, date, url } = source;
  return [title, author, publisher, date, url].filter((part) => part !== undefined).join(", ");
}

/** Sources by their ids, each as a reader would look for it. */
export function sourcesList(caption: string, ids: readonly string[], scenario: ReplayView["scenario"]): ListPart {
  return list(
    caption,
    ids.map((id) => ({ text: `${id}: ${sourceText(id, scenario)}` })),
  );
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

/** The last day shown, or the minute where it stops in the middle of a day. */
export function stopText(minute: number): string {
  const whole = minute % MINUTES_PER_DAY === 0 || endsDay(minute);
  return momentText(minute, whole ? "day" : "minute");
}

/** The moment at which something stands: `the end of 2024-01-16`, or the minute. */
export function standText(minute: number, endOf = (day: string): string => `the end of ${day}`): string {
  return endsDay(minute) ? endOf(momentText(minute)) : momentText(minute, "minute");
}

function endsDay(minute: number): boolean {
  return (minute + 1) % MINUTES_PER_DAY === 0;
}

/** What will happen by itself, in words. */
export function waitingText(entry: ClockEntry): string {
  if (entry.kind === "faded") return "the crisis fades, unless there is a hostile act before";
  if (entry.kind === "ended")
    return `${measureKinds[entry.measure.kind].label} by ${entry.measure.by} ends (${entry.measure.event})`;
  if (entry.kind === "passed") {
    const { act, by, event } = entry.deadline;
    return `the deadline of ${by} passes: ${actOf(act).label.toLowerCase()} (${event})`;
  }
  const { act, by, id } = entry.commitment;
  const owed = `${act} owed by ${by} (${id})`;
  return entry.kind === "lapsed" ? `lapses unless it is done before: ${owed}` : `${entry.kind}: ${owed}`;
}
