/** A file's value before the schema sees it: endless lists cut, groups spelt out, and events of older versions lifted. */
import { upcast } from "../events/index.ts";
import { isProblem } from "../problem/index.ts";
import type { Path, Problems, UnplacedProblem } from "./diagnostic.ts";
import { actWritten } from "./schema/event.ts";
import { inList, inMapping, isRecord } from "./values.ts";

/** The longest list that the format has, events apart, is half as long. */
const MOST_ITEMS = 2000;
/** More events that are none are not looked at. */
const MOST_WRONG = 1000;

/**
 * A file's value without the ends of lists that are wrong all along: nobody mends a hundred thousand items one by one. The
 * same one, where none is that long.
 */
export function shortened(file: unknown): unknown {
  return inMapping(file, (part, key) =>
    key === "events" && Array.isArray(part) ? inList(part.slice(0, endOfEvents(part)), listsIn) : listsIn(part),
  );
}

/** Where the last event stands that is told to be none. */
function endOfEvents(events: readonly unknown[]): number | undefined {
  let wrong = 0;
  const last = events.findIndex((one) => {
    if (!isRecord(one) || typeof one["id"] !== "string" || actWritten(one) === undefined) wrong += 1;
    return wrong > MOST_WRONG;
  });
  return last < 0 ? undefined : last;
}

function listsIn(value: unknown): unknown {
  const isLong = Array.isArray(value) && value.length > MOST_ITEMS;
  return inMapping(inList(isLong ? value.slice(0, MOST_ITEMS) : value, listsIn), listsIn);
}

/** A file's value with the states of a group in place of its name, so that nothing after it meets one. */
export function ungrouped(file: unknown): unknown {
  if (!isRecord(file) || !isRecord(file["groups"])) return file;
  const groups: ReadonlyMap<unknown, unknown> = new Map(
    Object.entries(file["groups"]).filter(([, members]) => Array.isArray(members)),
  );
  /** Each state once, whether its own name or that of a group names it. */
  const spelt = (part: unknown): unknown => {
    const named = [part].flat();
    if (!named.some((name) => groups.has(name))) return part;
    return [...new Set(named.flatMap((name) => groups.get(name) ?? [name]))];
  };
  return withEvents(file, (event) =>
    inMapping(event, (part, key) => (key === "from" || key === "to" ? spelt(part) : part)),
  );
}

/** A file's value with its events lifted, and those whose version is unknown. What is no event is left to the schema. */
export function lifted(file: unknown): { readonly value: unknown; readonly problems: Problems } {
  const problems: UnplacedProblem[] = [];
  const value = withEvents(file, (event, path) => {
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
function withEvents(file: unknown, change: (event: unknown, path: Path) => unknown): unknown {
  const ofEdit = (edit: unknown, path: Path): unknown =>
    inMapping(edit, (part, key) => (key === "add" || key === "with" ? change(part, [...path, key]) : part));
  const ofWhatIf = (whatIf: unknown, path: Path): unknown =>
    inMapping(whatIf, (part, key) =>
      key === "edit" ? inList(part, (one, k) => ofEdit(one, [...path, key, k])) : part,
    );
  return inMapping(file, (part, key) => {
    if (key === "events") return inList(part, (one, k) => change(one, [key, k]));
    return key === "what-if" ? inMapping(part, (one, name) => ofWhatIf(one, [key, name])) : part;
  });
}
