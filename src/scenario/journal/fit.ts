/** Fitting a scenario to a line that has not all of its events: a fork, a line as it was, one with events withdrawn. */
import type { Reading } from "../read.ts";
import { isRecord } from "../values.ts";
import type { FileData } from "../write/file-form.ts";

/** What was read, and what was left out of it. */
export interface FittedScenario {
  readonly data: FileData;
  readonly reading: Reading;
  /** `expect`, `what-if restraint`, `outcomes envoys-back` and so on. */
  readonly left: readonly string[];
}

/** What is about the record as it was, and stays with it. */
const ABOUT_THE_RECORD: readonly string[] = ["expect", "what-if", "teach"];

/** What may name an event that is not there. */
const MAY_NAME: ReadonlySet<string> = new Set([...ABOUT_THE_RECORD, "outcomes"]);

/** The source that what was played at a table cites. */
export const PLAYED = "played";

/** Maximum number of rounds: leaving one thing out may leave another without its ground. */
const ROUNDS = 5;

/**
 * Data that can be read as a scenario of the events that they have. A part of a record keeps actors, sources, doctrines,
 * assumptions, outcomes and contracts; its expectations, what-ifs and lessons are about the whole. Of a whole record,
 * what names an event that is not there is left out. What is right, or wrong in another way, stays as it is.
 *
 * @param partial whether it is a part of a record: a fork, or a line as it was
 */
export function fitToEvents(file: FileData, partial: boolean, judge: (data: FileData) => Reading): FittedScenario {
  const left = partial ? ABOUT_THE_RECORD.filter((key) => key in file) : [];
  let data = partial ? addPlayedSource(left.reduce((one, key) => removeEntry(one, [key]), file)) : file;
  for (let round = 1; ; round += 1) {
    const reading = judge(data);
    const wrong = entriesAtFault(reading).filter((path) => isThere(data, path));
    if (wrong.length === 0 || round > ROUNDS) return { data, reading, left };
    left.push(...wrong.map((path) => path.join(" ")));
    data = wrong.reduce(removeEntry, data);
  }
}

/** With the source that played events cite: nothing of it happened. */
function addPlayedSource(file: FileData): FileData {
  const { sources, events } = file;
  if (!isRecord(sources) || Object.hasOwn(sources, PLAYED) || !Array.isArray(events) || !events.some(citesPlayed)) {
    return file;
  }
  return { ...file, sources: { ...sources, [PLAYED]: { title: "Played at a table: nothing of it happened" } } };
}

function citesPlayed(event: unknown): boolean {
  return isRecord(event) && [event["cite"]].flat().includes(PLAYED);
}

type EntryPath = readonly string[];

/** The entries that an error is about, last first, so that taking one out leaves the others where they are. */
function entriesAtFault({ diagnostics }: Reading): readonly EntryPath[] {
  const paths = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ path }) => path.split(/[.[\]]+/).slice(0, 2))
    .filter(([section = ""]) => MAY_NAME.has(section));
  const entries = new Map(paths.map((path) => [path.join(" "), path]));
  return [...entries.values()].sort(([, one], [, other]) => Number(other) - Number(one));
}

function isThere(file: FileData, [section = "", name]: EntryPath): boolean {
  const part = file[section];
  return part !== undefined && (name === undefined || Object.hasOwn(Object(part), name));
}

/** Without an entry of a section; a section with nothing in it would be an error of its own. */
function removeEntry(file: FileData, [section = "", name]: EntryPath): FileData {
  const { [section]: part, ...others } = file;
  const rest = Array.isArray(part)
    ? part.filter((_, k) => String(k) !== name)
    : Object.fromEntries(Object.entries(Object(part)).filter(([key]) => key !== name));
  const isEmpty = name === undefined || Object.keys(rest).length === 0;
  return isEmpty ? others : { ...file, [section]: rest };
}
