/** Events on their way into a journal: written as a file writes them, and read in the file that they would make. */
import { type DiplomaticEvent, parseWhen } from "../../events/index.ts";
import { type Facts, factsOf, type JournalEntry, type JournalRecord } from "../../journal/index.ts";
import { flow, readBraces } from "../write/braces.ts";
import { fileForm } from "../write/edit-yaml.ts";
import { scenarioText } from "./journal.ts";
import { saidIn } from "./said.ts";

/** An event as somebody writes it. */
export interface WrittenEvent {
  /** A mapping in braces: `{ id: ID, at: DATE, act: ACT, from: CODE, cite: SOURCE }`. */
  readonly braces: string;
  /** The event whose keys it replaces; absent for a new one. */
  readonly corrects?: string | undefined;
}

/** The file of a line as it would be, or a sentence about what can't be understood. */
export type Appendable = { readonly text: string; readonly ids: readonly string[] } | { readonly problem: string };

/**
 * The file that a line would make with more events in it. It is to be read by `readScenario`: what is wrong with the
 * events is wrong there, with its place. One that is there already stands in its own place, as it is written now: whether
 * it says the same is for the caller to compare.
 *
 * @param records of the line, which has a frame
 */
export function withEvents(records: readonly JournalRecord[], events: readonly WrittenEvent[]): Appendable {
  const ids: string[] = [];
  const all = [...records];
  const known = saidIn(records);
  for (const { braces, corrects } of events) {
    const read = readBraces(braces);
    if ("problem" in read) return read;
    const id = corrects ?? String(read.value["id"]);
    const said = known.get(id) ?? [];
    const original = said.findLast(({ entry }) => entry.event !== undefined)?.entry.event;
    const last = said.at(-1);
    if (corrects !== undefined && original === undefined) return { problem: `There is no event ${id} to correct.` };
    if (corrects === undefined && last !== undefined && last.entry.event === undefined) {
      return { problem: `${id} was withdrawn at position ${last.position}. Bring it back with --correct ${id}.` };
    }
    const value = corrects === undefined || original === undefined ? read.value : patched(original, read.value);
    const latest = factsOf(all).facts.at(-1)?.event.at ?? "2000-01-01";
    ids.push(String(value["id"]));
    all.push(written(value, latest, original === undefined ? undefined : id, all.length));
  }
  return { text: scenarioText(factsOf(all)), ids };
}

/** The keys of a patch in place of those of an event; null or an empty list takes a key out. */
function patched(event: DiplomaticEvent, patch: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { id, ...others } = fileForm(event);
  const whole = { ...others, ...patch };
  const kept = Object.entries(whole).filter(([key, value]) => key !== "id" && value !== null && !isEmpty(value));
  return { id, ...Object.fromEntries(kept) };
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** The file of a line as it would be with more entries in it. */
export function withEntries(records: readonly JournalRecord[], entries: readonly JournalEntry[]): string {
  return scenarioText(factsWith(records, entries));
}

/** What a line would come to with more entries in it. */
export function factsWith(records: readonly JournalRecord[], entries: readonly JournalEntry[]): Facts {
  return factsOf([...records, ...entries.map((entry, k) => placed(entry, records.length + k))]);
}

/** A record that stands for what is not written yet: only its order and its line count. */
function written(
  value: Readonly<Record<string, unknown>>,
  last: string,
  replaces: string | undefined,
  before: number,
): JournalRecord {
  const at = typeof value["at"] === "string" && parseWhen(value["at"]) !== undefined ? value["at"] : last;
  const text = `  - ${flow(value)}\n`;
  const event = { ...value, id: replaces ?? `${value["id"]} ${before}`, at } as unknown as DiplomaticEvent;
  const correction = { kind: "correction", id: "correct:x", because: "x" } as const;
  return placed(
    replaces === undefined ? { kind: "event", event, text } : { ...correction, corrects: replaces, event, text },
    before,
  );
}

function placed(entry: JournalEntry, before: number): JournalRecord {
  return { position: before + 1, stream: "", version: before + 1, recordedAt: "", previous: "", hash: "", entry };
}
