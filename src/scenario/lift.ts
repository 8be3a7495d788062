/** Events of older versions, in the record and in what-ifs, lifted before anything else looks at them. */
import { upcast } from "../events/index.ts";
import { isProblem } from "../problem/index.ts";
import { isRecord } from "./checks/parts.ts";
import type { Path, Problems, UnplacedProblem } from "./diagnostic.ts";

/** A file's value with its events lifted, and those whose version is unknown. */
export interface Lifted {
  readonly value: unknown;
  readonly problems: Problems;
}

/** Lifts every event of a file. What is no event is left to the schema. */
export function lifted(file: unknown): Lifted {
  const problems: UnplacedProblem[] = [];
  const lift = (event: unknown, path: Path): unknown => {
    if (!isRecord(event) || event["version"] === undefined) return event;
    try {
      return upcast(event);
    } catch (error) {
      if (!isProblem(error, "unknown-version")) throw error;
      problems.push({ code: "unknown-version", path: [...path, "version"], message: error.message });
      return event;
    }
  };
  if (!isRecord(file)) return { value: file, problems };
  const events = inList(file["events"], (one, k) => lift(one, ["events", k]));
  const whatIfs = inMapping(file["what-if"], (whatIf, name) =>
    inKey(whatIf, "edit", (edits) =>
      inList(edits, (edit, k) => inKey(edit, "add", (one) => lift(one, ["what-if", name, "edit", k, "add"]))),
    ),
  );
  const value = {
    ...file,
    ...("events" in file ? { events } : {}),
    ...("what-if" in file ? { "what-if": whatIfs } : {}),
  };
  return { value, problems };
}

function inList(value: unknown, change: (item: unknown, index: number) => unknown): unknown {
  return Array.isArray(value) ? value.map(change) : value;
}

function inMapping(value: unknown, change: (item: unknown, key: string) => unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item, key)]));
}

function inKey(value: unknown, key: string, change: (item: unknown) => unknown): unknown {
  return isRecord(value) && key in value ? { ...value, [key]: change(value[key]) } : value;
}
