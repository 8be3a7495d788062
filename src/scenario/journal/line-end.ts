/** Events that come last in a long line: checked against what they and its frame name, since the rest was checked before. */
import { type DiplomaticEvent, parseSpan } from "../../events/index.ts";
import {
  type FrameEntry,
  isLast,
  type Journal,
  type JournalEntry,
  type JournalRecord,
  recordsCalled,
} from "../../journal/index.ts";
import { isProblem } from "../../problem/index.ts";
import { isRecord } from "../checks/parts.ts";
import type { FileData } from "../write/file-form.ts";
import { datesIn } from "../zoned.ts";
import { checkEntries, checkEvents, type EntryChange, valueIn } from "./check-append.ts";
import { frameFile, frameZone } from "./frame.ts";
import { type Lineage, lineageOf } from "./read-lineage.ts";

/** Events as they are typed, or entries. */
export type AskedEntries = readonly string[] | readonly JournalEntry[];

/** With fewer records than that a line is read whole. */
const LONG = 1000;
/** With more names than that, what is named is no small part of the line. */
const MOST_NAMES = 1000;

/**
 * What is to be appended to the end of a long line: what {@link checkEvents} and {@link checkEntries} say of the whole
 * line. Undefined where the whole line matters, or something is wrong, which is then said of the whole.
 *
 * @param version of the stream
 */
export async function checkLast(
  journal: Journal,
  stream: string,
  version: number,
  asked: AskedEntries,
  long: number = LONG,
): Promise<readonly EntryChange[] | undefined> {
  if (version < long) return undefined;
  try {
    const line = await lineEnd(journal, stream, asked);
    if (line === undefined) return undefined;
    const checked = isTyped(asked) ? checkEvents(line, asked, stream) : checkEntries(line, asked, stream);
    return "changes" in checked ? checked.changes : undefined;
  } catch (error) {
    if (isProblem(error)) return undefined;
    throw error;
  }
}

/** The frame of a line, and the events that are named by it or by events that come last. */
async function lineEnd(journal: Journal, stream: string, asked: AskedEntries): Promise<Lineage | undefined> {
  for (const kind of ["fork", "correction"] as const) {
    for await (const _ of journal.read({ stream, kind })) return undefined;
  }
  const frames = await Array.fromAsync(journal.read({ stream, kind: "frame" }));
  const frame = frames.at(-1);
  if (frame?.entry.kind !== "frame" || !("file" in frame.entry)) return undefined;
  const file = frameFile(frame.entry);
  const events = eventsIn(asked, frameZone(frame.entry));
  const starts = events.map(({ at }) => parseSpan(String(at))?.start);
  if (starts.length === 0 || !starts.every((start) => start !== undefined)) return undefined;
  if (!(await isLast(journal, stream, Math.min(...starts)))) return undefined;
  const { parties: _, others: __, sources: ___, title: ____, ...naming } = file;
  const names = [...new Set([...wordsIn(events), ...wordsIn(naming)])];
  if (names.length > MOST_NAMES) return undefined;
  const named = await recordsCalled(journal, stream, names);
  const known = new Set(named.flatMap(({ entry }) => (entry.kind === "event" ? [entry.event.id] : [])));
  // Who asks again for what is there is told where it stands, and what is known of it since.
  if (events.some(({ id }) => known.has(String(id)))) return undefined;
  const whole = withBackground(file, known, named);
  if (whole === undefined) return undefined;
  const entry: FrameEntry = { kind: "frame", id: frame.entry.id, file: JSON.stringify(whole) };
  return lineageOf(stream, [{ ...frame, entry }, ...named.filter(({ entry: { kind } }) => kind === "event")]);
}

function isTyped(asked: AskedEntries): asked is readonly string[] {
  return asked.every((one) => typeof one === "string");
}

/** The events that are asked for; none, where something else is asked for as well. */
function eventsIn(asked: AskedEntries, zone: string): readonly FileData[] {
  if (isTyped(asked)) return asked.map((one) => valueIn(one, zone));
  const events = asked.flatMap((entry) => (entry.kind === "event" ? [datesIn(entry.event, zone)] : []));
  return events.length === asked.length ? events : [];
}

const WORD = /^[a-z0-9][a-z0-9-]{0,127}$/;

/** All words in data that can be ids. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return WORD.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}

/**
 * A frame in whose background stands what the known events name and is not known here: they were found right together
 * with it. Undefined where the frame has no source to cite for it.
 */
function withBackground(
  file: FileData,
  known: ReadonlySet<string>,
  named: readonly JournalRecord[],
): FileData | undefined {
  const { context, sources, window } = file;
  const [cite] = Object.keys(Object(sources));
  const own = Array.isArray(context) ? context : [];
  const there = new Set([...known, ...own.map((one: unknown) => (isRecord(one) ? String(one["id"]) : ""))]);
  const lacking = new Set(named.flatMap(({ entry }) => (entry.kind === "event" ? namedBy(entry.event) : [])));
  const more = [...lacking].filter((id) => !there.has(id));
  if (more.length === 0) return file;
  const at = isRecord(window) ? window["from"] : undefined;
  if (cite === undefined || at === undefined) return undefined;
  return { ...file, context: [...own, ...more.map((id) => ({ id, at, what: "It is an event of the line.", cite }))] };
}

/** The other events that one names. */
function namedBy(event: DiplomaticEvent): readonly string[] {
  const { because, after, before, claims } = event;
  const answered = ["of" in event ? event.of : undefined, ...claims.map((claim) => claim["instead-of"])];
  return [...because, after, before, ...answered].flatMap((id) => (id === undefined || id === event.id ? [] : [id]));
}
