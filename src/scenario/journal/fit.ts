/** Fitting a scenario's text to a line that has not all of its events: a fork, a line as it was, one with events withdrawn. */
import { type Document, isMap, isSeq, parseDocument } from "yaml";
import { isRecord } from "../checks/raw.ts";
import { readScenario } from "../read.ts";
import { parseFile } from "../yaml/document.ts";

/** A text, and what was left out of it. */
export interface Fitted {
  readonly text: string;
  /** `expect`, `what-if restraint`, `outcomes envoys-back` and so on. */
  readonly left: readonly string[];
}

/** What is about the record as it was, and stays with it. */
const ABOUT_THE_RECORD = ["expect", "what-if", "teach"] as const;

/** What may name an event that is not there. */
const MAY_NAME: ReadonlySet<PropertyKey> = new Set([...ABOUT_THE_RECORD, "outcomes"]);

/** The source that what was played at a table cites. */
export const PLAYED = "played";

/** Leaving one thing out may leave another without its ground. */
const ROUNDS = 5;

/**
 * A text that can be read as a scenario of the events that it has. A part of a record keeps actors, sources, doctrines,
 * assumptions, outcomes and contracts; its expectations, what-ifs and lessons are about the whole. Of a whole record,
 * what names an event that is not there is left out. A text that is right, or wrong in another way, stays as it is.
 *
 * @param partial whether it is a part of a record: a fork, or a line as it was
 */
export function fitted(text: string, partial: boolean): Fitted {
  const left: string[] = [];
  let now = partial ? withPlayed(text) : text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const wrong = namesIn(now);
    const sections = partial && round === 0 ? ABOUT_THE_RECORD.map((key): readonly PropertyKey[] => [key]) : [];
    if (wrong.length + sections.length === 0 || parseFile(now.replace(/^\ufeff/, "")).value === undefined) break;
    const document = parseDocument(now.replace(/^\ufeff/, ""));
    const gone = [...sections, ...wrong].filter((path) => taken(document, path));
    if (gone.length === 0) break;
    left.push(...gone.map((path) => path.join(" ")));
    now = document.toString({ lineWidth: 0 });
  }
  return { text: now, left };
}

/** With the source that played events cite: nothing of it happened. */
function withPlayed(text: string): string {
  const body = text.replace(/^\ufeff/, "");
  if (!body.includes(PLAYED)) return text;
  const { value } = parseFile(body);
  const { sources, events } = isRecord(value) ? value : {};
  if (!isRecord(sources) || Object.hasOwn(sources, PLAYED) || !Array.isArray(events) || !events.some(citesPlayed))
    return text;
  const document = parseDocument(body);
  document.setIn(["sources", PLAYED], { title: "Played at a table: nothing of it happened" });
  return document.toString({ lineWidth: 0 });
}

function citesPlayed(event: unknown): boolean {
  return isRecord(event) && [event["cite"]].flat().includes(PLAYED);
}

/** The entries that an error is about, last first, so that taking one out leaves the others where they are. */
function namesIn(text: string): readonly (readonly PropertyKey[])[] {
  const { diagnostics } = readScenario(text, { file: "" });
  const paths = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ path }) => path.split(/[.[\]]+/).slice(0, 2))
    .filter(([section = ""]) => MAY_NAME.has(section));
  const entries = new Map(
    paths.map((path) => [path.join(" "), path.map((key) => (/^\d+$/.test(key) ? Number(key) : key))]),
  );
  return [...entries.values()].sort(([, one], [, other]) => Number(other) - Number(one));
}

function taken(document: Document.Parsed, path: readonly PropertyKey[]): boolean {
  if (!document.hasIn(path)) return false;
  document.deleteIn(path);
  const [section] = path;
  const rest = document.get(section, true);
  // A section with nothing in it would be an error of its own.
  if ((isMap(rest) || isSeq(rest)) && rest.items.length === 0) document.delete(section);
  return true;
}
