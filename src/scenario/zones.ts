/** Converts a file's dates to its one zone: all later code sees no offsets. */
import { inZone, isZone, offsetIn, UTC } from "../events/index.ts";
import { warning } from "./checks/problem.ts";
import type { Problems, UnplacedProblem } from "./diagnostic.ts";
import { isRecord, itemsOf, mapList, mapParts, valueAt } from "./values.ts";

/** A file's value with its dates in its zone, which it names where it is not UTC, and what is wrong with that. */
export interface ZonedFile {
  readonly value: unknown;
  readonly zone: string;
  readonly problems: Problems;
}

/** Keys whose values hold no dates of the crisis. */
const WITHOUT_DATES: ReadonlySet<string> = new Set(["title", "parties", "others", "sources", "teach"]);

/**
 * The dates of a file as the clocks of its zone showed them: of the one that it names; else of the offset that all
 * times of its events share; else of UTC.
 */
export function convertFileDates(file: unknown): ZonedFile {
  if (!isRecord(file)) return { value: file, zone: UTC, problems: [] };
  const isSilent = file["zone"] === undefined;
  const offsets = isSilent ? new Set(timesOf(file).map(({ at }) => offsetIn(at))) : new Set<string>();
  const [shared = "+00:00"] = offsets;
  const zone = zoneOf(file) ?? (offsets.size > 1 || shared === "+00:00" ? UTC : shared);
  const parts = Object.entries(file).map(([key, part]) => [
    key,
    WITHOUT_DATES.has(key) ? part : convertDates(part, zone),
  ]);
  return {
    value: { ...Object.fromEntries(parts), ...(isSilent && zone !== UTC ? { zone } : {}) },
    zone,
    problems: offsets.size > 1 ? warnOfOtherDay(file, zone) : [],
  };
}

/** The zone that a file names; undefined where it names none that there is. */
export function zoneOf({ zone }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof zone === "string" && isZone(zone) ? zone : undefined;
}

/** A value with its dates in a zone; the same one, where none has an offset. */
export function convertDates<Value>(value: Value, zone: string): Value;
export function convertDates(value: unknown, zone: string): unknown {
  if (typeof value === "string") return inZone(value, zone);
  const convert = (part: unknown): unknown => convertDates(part, zone);
  return mapParts(mapList(value, convert), convert);
}

/** Adds the date as the file writes it to a problem, where the converted date differs. */
export function mentionWrittenDate(
  problem: UnplacedProblem,
  file: unknown,
  { value, zone }: ZonedFile,
): UnplacedProblem {
  const [written, counted] = [file, value].map((one) => valueAt(one, problem.path));
  if (typeof written !== "string" || typeof counted !== "string" || written === counted) return problem;
  const why = `The file writes ${written}, which is ${counted} in its zone, ${zone}.`;
  return { ...problem, message: `${problem.message} ${why}` };
}

/** When the events and what went before them happened, where that is written with an offset. */
function timesOf(file: Readonly<Record<string, unknown>>) {
  return ["context", "events"].flatMap((list) => {
    return itemsOf(file[list]).flatMap((entry, k) => {
      const at = valueAt(entry, ["at"]);
      return typeof at === "string" && offsetIn(at) !== undefined ? [{ at, path: [list, k, "at"] }] : [];
    });
  });
}

/** The first event that counts on another day than it is written on, though the file names no zone. */
function warnOfOtherDay(file: Readonly<Record<string, unknown>>, zone: string): Problems {
  const found = timesOf(file).find(({ at }) => inZone(at, zone).slice(0, 10) !== at.slice(0, 10));
  if (found === undefined) return [];
  const message = `${found.at} counts on ${inZone(found.at, zone).slice(0, 10)}: the times of this file have several offsets, so its days are those of ${zone}.`;
  const expected = `a line zone: at the top, such as zone: "${offsetIn(found.at)}"`;
  return [warning("other-day", found.path, message, expected)];
}
