/** The part of a long line around what is appended: what it and the frame name, since the rest was checked before. */
import {
  type Journal,
  type JournalEntry,
  type JournalRecord,
  recordsAround,
  recordsCalled,
} from "../../journal/index.ts";
import type { FileData } from "../write/file-form.ts";
import { convertDates } from "../zones.ts";
import { lastMinute, valuesIn, wordsIn, wordsOfFrame } from "./check-append.ts";
import { frameFile, frameZone, hasRelationsFromActs } from "./frame.ts";
import { type Lineage, LONG, lineageOf } from "./read-lineage.ts";

/** Events as they are typed, or entries. */
export type NewEntries = readonly string[] | readonly JournalEntry[];

/** Maximum number of names: with more, what they name is no small part of the line. */
const MAX_NAMES = 1000;

/**
 * The part of a long line by which more events are checked as by the whole of it: its frame, the events that they and the
 * frame name, with what those name, and the events around each. An event comes before one that was recorded earlier only
 * where something recorded before that began after it: the first that did so is in the part, and puts all of it in the order
 * of the whole. Undefined where the whole line matters.
 *
 * @param version of the stream
 * @throws Problem `not-braces`
 */
export async function lineAround(
  journal: Journal,
  stream: string,
  version: number,
  entries: NewEntries,
  minimum: number = LONG,
): Promise<Lineage | undefined> {
  if (version < minimum) return undefined;
  if ((await journal.store.at(stream, 1))?.kind === "fork") return undefined;
  for await (const _ of journal.read({ stream, kind: "correction" })) return undefined;
  const frames = await Array.fromAsync(journal.read({ stream, kind: "frame" }));
  const frame = frames.at(-1);
  if (frame?.entry.kind !== "frame" || !("file" in frame.entry) || hasRelationsFromActs(frame.entry)) return undefined;
  const events = eventsIn(entries, frameZone(frame.entry));
  if (events.length === 0) return undefined;
  const names = new Set([...wordsIn(events), ...wordsOfFrame(frameFile(frame.entry))]);
  if (names.size > MAX_NAMES) return undefined;
  const namedRecords = await recordsCalled(journal, stream, [...names]);
  if (!isTyped(entries) && events.some((event) => hasOtherDate(event, namedRecords))) return undefined;
  const relatedRecords = await recordsCalled(journal, stream, [
    ...names,
    ...wordsIn(namedRecords.map(({ entry }) => entry)),
  ]);
  const records = sortByPosition([
    ...relatedRecords.filter(({ entry: { kind } }) => kind === "event"),
    ...(await recordsAround(journal, stream, version, events.map(lastMinute))),
  ]);
  // What those name that are named was found there when they came.
  const unseen = wordsIn(records.map(({ entry }) => entry)).filter((word) => !names.has(word));
  const { file, id } = frame.entry;
  return { ...lineageOf(stream, [{ ...frame, entry: { kind: "frame", id, file } }, ...records]), unseen };
}

/** The events that are asked for; none, where something else is asked for as well. */
function eventsIn(entries: NewEntries, zone: string): readonly FileData[] {
  if (isTyped(entries)) return valuesIn(entries, zone);
  const events = entries.flatMap((entry) => (entry.kind === "event" ? [convertDates(entry.event, zone)] : []));
  return events.length === entries.length ? events : [];
}

function isTyped(entries: NewEntries): entries is readonly string[] {
  return entries.every((one) => typeof one === "string");
}

/** Whether an event is there with another date, so that it may come after what names it. */
function hasOtherDate({ id, at }: FileData, namedRecords: readonly JournalRecord[]): boolean {
  return namedRecords.some(({ entry }) => entry.kind === "event" && entry.event.id === id && entry.event.at !== at);
}

/** In order of position, each once. */
function sortByPosition(records: readonly JournalRecord[]): readonly JournalRecord[] {
  const byPosition = new Map(records.map((record) => [record.position, record]));
  return [...byPosition.values()].sort((one, other) => one.position - other.position);
}
