/** A file's value before the schema sees it: endless lists cut, groups spelt out, and events of older versions lifted. */
import { upcast } from "../events/index.ts";
import { isProblem } from "../problem/index.ts";
import type { Path, Problems, UnplacedProblem } from "./diagnostic.ts";
import { actWritten } from "./schema/event.ts";
import { isRecord, mapList, mapParts } from "./values.ts";

/** Maximum length of a list that is read in full: twice that of the longest list in the format, events apart. */
const MAX_ITEMS = 2000;
/** Maximum number of invalid events that are read. */
const MAX_WRONG = 1000;

/**
 * A file's value with overlong lists cut: nobody mends a hundred thousand items one by one. The same value, where no list
 * is that long.
 */
export function shortenLists(file: unknown): unknown {
  return mapParts(file, (part, key) =>
    key === "events" && Array.isArray(part)
      ? mapList(part.slice(0, endOfEvents(part)), shortenList)
      : shortenList(part),
  );
}

/** The index at which the events are cut, after the maximum number of invalid ones. */
function endOfEvents(events: readonly unknown[]): number | undefined {
  let wrong = 0;
  const last = events.findIndex((one) => {
    if (!isRecord(one) || typeof one["id"] !== "string" || actWritten(one) === undefined) wrong += 1;
    return wrong > MAX_WRONG;
  });
  return last < 0 ? undefined : last;
}

function shortenList(value: unknown): unknown {
  const isLong = Array.isArray(value) && value.length > MAX_ITEMS;
  return mapParts(mapList(isLong ? value.slice(0, MAX_ITEMS) : value, shortenList), shortenList);
}

/** A file's value with the states of a group in place of its name, so that nothing after it meets one. */
export function expandGroups(file: unknown): unknown {
  if (!isRecord(file) || !isRecord(file["groups"])) return file;
  const groups: ReadonlyMap<unknown, unknown> = new Map(
    Object.entries(file["groups"]).filter(([, members]) => Array.isArray(members)),
  );
  /** Each state once, whether its own name or that of a group names it. */
  const expand = (part: unknown): unknown => {
    const names = [part].flat();
    if (!names.some((name) => groups.has(name))) return part;
    return [...new Set(names.flatMap((name) => groups.get(name) ?? [name]))];
  };
  return mapEvents(file, (event) =>
    mapParts(event, (part, key) => (key === "from" || key === "to" ? expand(part) : part)),
  );
}

/** A file's value with its events lifted, and those whose version is unknown. What is no event is left to the schema. */
export function liftEvents(file: unknown): { readonly value: unknown; readonly problems: Problems } {
  const problems: UnplacedProblem[] = [];
  const value = mapEvents(file, (event, path) => {
    if (!isRecord(event) || event["version"] === undefined || path.at(-1) === "with") return event;
    try {
      return upcast(event);
    } catch (error) {
      if (!isProblem(error, "unknown-version")) throw error;
      problems.push({ code: "unknown-version", path: [...path, "version"], message: error.message });
      return event;
    }
  });
  return { value, problems };
}

/** A file's value with its events changed: those of the record, and what edits add or put in place of them. */
function mapEvents(file: unknown, change: (event: unknown, path: Path) => unknown): unknown {
  const ofEdit = (edit: unknown, path: Path): unknown =>
    mapParts(edit, (part, key) => (key === "add" || key === "with" ? change(part, [...path, key]) : part));
  const ofWhatIf = (whatIf: unknown, path: Path): unknown =>
    mapParts(whatIf, (part, key) =>
      key === "edit" ? mapList(part, (one, k) => ofEdit(one, [...path, key, k])) : part,
    );
  return mapParts(file, (part, key) => {
    if (key === "events") return mapList(part, (one, k) => change(one, [key, k]));
    return key === "what-if" ? mapParts(part, (one, name) => ofWhatIf(one, [key, name])) : part;
  });
}
