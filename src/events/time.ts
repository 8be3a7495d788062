/** Dates as the record writes them, and whole minutes since 1970-01-01T00:00Z as everything computes with them. */

/** How finely a date was given. */
export type Precision = "day" | "minute";

/** A point or a day in time: its first and last minute, and how it was written. */
export interface When {
  readonly text: string;
  readonly precision: Precision;
  /** First minute covered. */
  readonly start: number;
  /** Last minute covered: the day's last one for a date, the same as `start` for a date-time. */
  readonly end: number;
}

export const MINUTES_PER_DAY: number = 1440;

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?(?:Z|([+-])(\d{2}):(\d{2}))?)?$/;

/**
 * Reads an ISO date (`2024-01-16`) or date-time (`2024-01-16T17:00`, with optional seconds, `Z` or offset).
 * Without an offset the time is taken as UTC. Seconds are checked and dropped.
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
  const known = cache.get(text);
  if (known !== undefined) return known;
  const parsed = read(text);
  if (parsed === undefined) return undefined;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, parsed);
  return parsed;
}

/**
 * Like {@link parseWhen} for text that was validated before.
 *
 * @throws RangeError when it was not
 */
export function when(text: string): When {
  const parsed = parseWhen(text);
  if (parsed === undefined) throw new RangeError(`"${text}" is not a date: write YYYY-MM-DD or YYYY-MM-DDThh:mm.`);
  return parsed;
}

/** The day or minute that `minutes` since the epoch falls on, written as the record would. */
export function formatWhen(minutes: number, precision: Precision = "day"): string {
  const iso = new Date(minutes * 60_000).toISOString();
  return precision === "day" ? iso.slice(0, 10) : `${iso.slice(0, 16)}Z`;
}

/** The first minute of the day that a minute is in. */
export function dayStart(minute: number): number {
  return Math.floor(minute / MINUTES_PER_DAY) * MINUTES_PER_DAY;
}

const FIRST_MINUTE = Date.parse("0000-01-01T00:00Z") / 60_000;
const LAST_MINUTE = Date.parse("9999-12-31T23:59Z") / 60_000;

const CACHE_LIMIT = 50_000;
const cache = new Map<string, When>();

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
