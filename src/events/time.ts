/** Dates as the record writes them, and whole minutes since 1970-01-01T00:00Z as everything computes with them. */

/** How finely a date is written. */
export type Precision = "day" | "minute";

/** How finely a date is known. */
export type Known = Precision | "month" | "year";

/** A point or a day in time: its first and last minute, and how it was written. */
export interface When {
  readonly text: string;
  readonly precision: Known;
  /** Whether it is only about then: written with `~`. */
  readonly about?: boolean;
  /** Whether it lasts from the first to the last minute: written as FIRST/LAST. */
  readonly lasts?: boolean;
  /** First minute covered. */
  readonly start: number;
  /** Last minute covered: the day's last one for a date, the same as `start` for a date-time. */
  readonly end: number;
}

/** The minutes of a day. */
export const MINUTES_PER_DAY: number = 1440;

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(?:Z|([+-])(\d{2}):(\d{2}))?)?$/;

/**
 * Reads an ISO date (`2024-01-16`) or date-time (`2024-01-16T17:00`, with optional seconds, `Z` or offset).
 * Without an offset the time is taken as it stands, as one of the zone that is counted in. Seconds are checked and dropped.
 *
 * @returns undefined when the text is no such date, or the day does not exist
 * @example
 * ```ts
 * import { parseWhen } from "demarche";
 * parseWhen("2024-01-16")?.precision; // => "day"
 * parseWhen("2024-02-30"); // => undefined
 * ```
 */
export function parseWhen(text: string): When | undefined {
  const cached = cache.get(text);
  if (cached !== undefined) return isPoint(cached) ? cached : undefined;
  const parsed = read(text);
  if (parsed !== undefined) keep(text, parsed);
  return parsed;
}

/**
 * Reads when an event happened, as well as it is known, in the Extended Date/Time Format: what {@link parseWhen} reads, a
 * month (`2001-10`) or a year (`2001`), each about then with `~`, and FIRST/LAST for what lasts (`2025-07-24/2025-07-28`).
 *
 * @returns undefined when the text is none of these, or lasts until before it began
 * @example
 * ```ts
 * import { parseSpan } from "demarche";
 * parseSpan("2001-10~")?.precision; // => "month"
 * parseSpan("2025-07-24/2025-07-28")?.lasts; // => true
 * ```
 */
export function parseSpan(text: string): When | undefined {
  const cached = cache.get(text);
  if (cached !== undefined) return cached;
  const parsed = readSpan(text);
  if (parsed !== undefined) keep(text, parsed);
  return parsed;
}

/**
 * Like {@link parseSpan} for text that was validated before.
 *
 * @throws RangeError when it was not
 */
export function when(text: string): When {
  const parsed = parseSpan(text);
  if (parsed === undefined) throw new RangeError(`"${text}" is not a date: write YYYY-MM-DD or YYYY-MM-DDThh:mm.`);
  return parsed;
}

/** The last minute at which what is dated so may have begun: of FIRST/LAST that of FIRST, of any other date its end. */
export function latestStart(text: string): number {
  const { end, lasts } = when(text);
  return lasts === true ? when(text.slice(0, text.indexOf("/"))).end : end;
}

/** The day or minute that `minutes` since the epoch falls on, written as the record would. */
export function formatWhen(minutes: number, precision: Precision = "day"): string {
  if (precision === "minute") return new Date(minutes * 60_000).toISOString().slice(0, 16);
  const day = Math.floor(minutes / MINUTES_PER_DAY);
  const cached = days.get(day);
  if (cached !== undefined) return cached;
  const text = new Date(minutes * 60_000).toISOString().slice(0, 10);
  if (days.size >= CACHE_LIMIT) days.clear();
  days.set(day, text);
  return text;
}

/** The first minute of the day that a minute is in. */
export function dayStart(minute: number): number {
  return Math.floor(minute / MINUTES_PER_DAY) * MINUTES_PER_DAY;
}

const FIRST_MINUTE = Date.parse("0000-01-01T00:00Z") / 60_000;
const LAST_MINUTE = Date.parse("9999-12-31T23:59Z") / 60_000;

const CACHE_LIMIT = 50_000;
const cache = new Map<string, When>();
/** Days as they are written, by their number since the epoch. */
const days = new Map<number, string>();

function keep(text: string, parsed: When): void {
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, parsed);
}

function isPoint({ precision, about, lasts }: When): boolean {
  return (precision === "day" || precision === "minute") && about !== true && lasts !== true;
}

function readSpan(text: string): When | undefined {
  const [from = "", to, ...more] = text.split("/");
  const first = readKnown(from);
  if (to === undefined || first === undefined) return first;
  const last = readKnown(to);
  if (last === undefined || more.length > 0 || last.end < first.start) return undefined;
  return { ...first, text, end: last.end, lasts: true };
}

const COARSE = /^(\d{4})(?:-(\d{2}))?$/;

function readKnown(written: string): When | undefined {
  const about = written.endsWith("~");
  const text = about ? written.slice(0, -1) : written;
  const found = read(text) ?? readCoarse(text);
  return found === undefined || !about ? found : { ...found, text: written, about };
}

function readCoarse(text: string): When | undefined {
  const [, year, month] = COARSE.exec(text) ?? [];
  if (year === undefined) return undefined;
  const start = utcMinutes(Number(year), Number(month ?? 1), 1);
  if (start === undefined) return undefined;
  const isLast = month === undefined || month === "12";
  const next = isLast ? utcMinutes(Number(year) + 1, 1, 1) : utcMinutes(Number(year), Number(month) + 1, 1);
  return { text, precision: month === undefined ? "year" : "month", start, end: (next ?? start + 1) - 1 };
}

function read(text: string): When | undefined {
  const match = WRITTEN.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second = "0", sign, offsetHour = "0", offsetMinute = "0"] = match;
  const midnight = utcMinutes(Number(year), Number(month), Number(day));
  if (midnight === undefined) return undefined;
  if (hour === undefined || minute === undefined) {
    return { text, precision: "day", start: midnight, end: midnight + MINUTES_PER_DAY - 1 };
  }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  if (Number(offsetHour) > 18 || Number(offsetMinute) > 59) return undefined;
  const offset = (sign === "-" ? -1 : 1) * (Number(offsetHour) * 60 + Number(offsetMinute));
  const start = midnight + Number(hour) * 60 + Number(minute) - offset;
  // An offset can lead out of the years that four digits write.
  if (start < FIRST_MINUTE || start > LAST_MINUTE) return undefined;
  return { text, precision: "minute", start, end: start };
}

function utcMinutes(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() / 60_000 : undefined;
}
