/** Zones: every date of a crisis is one of a single zone, and a time that is written with an offset is counted in it. */
import { formatWhen, MINUTES_PER_DAY, parseWhen } from "./time.ts";

/** The zone of dates of which nothing says another one. */
export const UTC = "UTC";

const OFFSET = /^([+-])(\d{2}):([0-5]\d)$/;
const WITH_OFFSET = /T[\d:]+(Z|[+-]\d{2}:\d{2})~?$/;

/**
 * Whether a text names a zone: `UTC`, an offset such as `+05:30`, or a name of the IANA database such as `Asia/Karachi`.
 *
 * @example
 * ```ts
 * import { isZone } from "demarche";
 * isZone("Asia/Karachi"); // => true
 * isZone("Karachi"); // => false
 * ```
 */
export function isZone(text: string): boolean {
  return text === UTC || fixed(text) !== undefined || clockOf(text) !== undefined;
}

/** The offset that a date-time is written with, `+00:00` for `Z`; undefined where it has none. */
export function offsetIn(text: string): string | undefined {
  const offset = WITH_OFFSET.exec(text)?.[1];
  return offset === "Z" ? "+00:00" : offset;
}

/**
 * A date as the clocks of a zone showed it, without an offset. What has no offset is in the zone already.
 *
 * @param text a date, or FIRST/LAST for what lasts; what is neither stays as it is
 * @param zone what {@link isZone} takes
 * @example
 * ```ts
 * import { inZone } from "demarche";
 * inZone("2025-05-07T01:05+05:30", "UTC"); // => "2025-05-06T19:35"
 * inZone("2025-05-06T19:35Z", "Asia/Kolkata"); // => "2025-05-07T01:05"
 * ```
 */
export function inZone(text: string, zone: string): string {
  if (!text.includes("T")) return text;
  return text
    .split("/")
    .map((part) => pointIn(part, zone))
    .join("/");
}

function pointIn(text: string, zone: string): string {
  if (offsetIn(text) === undefined) return text;
  const about = text.endsWith("~") ? "~" : "";
  const instant = parseWhen(about === "" ? text : text.slice(0, -1));
  if (instant === undefined) return text;
  const there = formatWhen(instant.start + ahead(instant.start, zone), "minute");
  // A zone can lead out of the years that four digits write.
  return parseWhen(there) === undefined ? text : `${there}${about}`;
}

/**
 * The offset of a zone from UTC when its clocks showed a minute, such as `+05:30`.
 *
 * @param minute as the clocks showed it
 */
export function offsetAt(minute: number, zone: string): string {
  const minutes = ahead(minute - ahead(minute, zone), zone);
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${[hours, rest].map((part) => String(part).padStart(2, "0")).join(":")}`;
}

/** By how many minutes the clocks of a zone are ahead of UTC. */
function ahead(instant: number, zone: string): number {
  const offset = fixed(zone);
  if (offset !== undefined) return offset;
  const parts = clockOf(zone)?.formatToParts(instant * 60_000) ?? [];
  const part = new Map(parts.map(({ type, value }) => [type, value]));
  const [hour, minute] = [Number(part.get("hour")), Number(part.get("minute"))];
  const day = parseWhen(`${part.get("year")?.padStart(4, "0")}-${part.get("month")}-${part.get("day")}`);
  return day === undefined ? 0 : day.start + (hour % 24) * 60 + minute - instant;
}

/** Minutes of an offset; undefined for what is none. */
function fixed(zone: string): number | undefined {
  if (zone === UTC) return 0;
  const [, sign, hours, minutes] = OFFSET.exec(zone) ?? [];
  const ahead = Number(hours) * 60 + Number(minutes);
  return sign === undefined || ahead >= MINUTES_PER_DAY ? undefined : sign === "-" ? -ahead : ahead;
}

const clocks = new Map<string, Intl.DateTimeFormat | undefined>();

function clockOf(zone: string): Intl.DateTimeFormat | undefined {
  if (clocks.has(zone)) return clocks.get(zone);
  if (clocks.size > 1000) clocks.clear();
  const clock = /^[A-Za-z]+\/[A-Za-z0-9_+/-]+$/.test(zone) ? formatterOf(zone) : undefined;
  clocks.set(zone, clock);
  return clock;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat | undefined {
  const digits = "2-digit";
  const parts = {
    year: "numeric",
    month: digits,
    day: digits,
    hour: digits,
    minute: digits,
    hourCycle: "h23",
  } as const;
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone, calendar: "iso8601", ...parts });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
