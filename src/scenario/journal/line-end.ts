/** The end of a long line, for what is appended there: what it and the frame name, since the rest was checked before. */
import { parseSpan } from "../../events/index.ts";
import { isLast, type Journal, type JournalEntry, recordsCalled } from "../../journal/index.ts";
import type { FileData } from "../write/file-form.ts";
import { datesIn } from "../zoned.ts";
import { valuesIn, wordsIn } from "./check-append.ts";
import { frameFile, frameZone, isOfActs } from "./frame.ts";
import { type Lineage, LONG, lineageOf } from "./read-lineage.ts";

/** Events as they are typed, or entries. */
export type AskedEntries = readonly string[] | readonly JournalEntry[];

/** With more names than that, what is named is no small part of the line. */
const MOST_NAMES = 1000;

/**
 * The part of a long line by which events that come last are checked as by the whole of it: its frame, and the events that
 * they name. Undefined where the whole line matters.
 *
 * @param version of the stream
 * @throws Problem `not-braces`
 */
export async function lineEnd(
  journal: Journal,
  stream: string,
  version: number,
  asked: AskedEntries,
  long: number = LONG,
): Promise<Lineage | undefined> {
  if (version < long) return undefined;
  for (const kind of ["fork", "correction"] as const) {
    for await (const _ of journal.read({ stream, kind })) return undefined;
  }
  const frames = await Array.fromAsync(journal.read({ stream, kind: "frame" }));
  const frame = frames.at(-1);
  if (frame?.entry.kind !== "frame" || !("file" in frame.entry) || isOfActs(frame.entry)) return undefined;
  const events = eventsIn(asked, frameZone(frame.entry));
  // What has no date is wrong, wherever it would come.
  const starts = events.flatMap(({ at }) => parseSpan(String(at))?.start ?? []);
  const comeLast = starts.length === 0 || (await isLast(journal, stream, Math.min(...starts)));
  if (events.length === 0 || !comeLast) return undefined;
  const { parties: _, others: __, sources: ___, title: ____, ...naming } = frameFile(frame.entry);
  const names = new Set([...wordsIn(events), ...wordsIn(naming)]);
  if (names.size > MOST_NAMES) return undefined;
  const named = (await recordsCalled(journal, stream, [...names])).filter(({ entry: { kind } }) => kind === "event");
  const ids = new Set(events.map(({ id }) => String(id)));
  // Who asks again for what is there is told where it stands, and what is known of it since.
  if (named.some(({ entry }) => entry.kind === "event" && ids.has(entry.event.id))) return undefined;
  // What those name that are named was found there when they came.
  const unseen = wordsIn(named.map(({ entry }) => entry)).filter((word) => !names.has(word));
  const { file, id } = frame.entry;
  return { ...lineageOf(stream, [{ ...frame, entry: { kind: "frame", id, file } }, ...named]), unseen };
}

/** The events that are asked for; none, where something else is asked for as well. */
function eventsIn(asked: AskedEntries, zone: string): readonly FileData[] {
  if (isTyped(asked)) return valuesIn(asked, zone);
  const events = asked.flatMap((entry) => (entry.kind === "event" ? [datesIn(entry.event, zone)] : []));
  return events.length === asked.length ? events : [];
}

function isTyped(asked: AskedEntries): asked is readonly string[] {
  return asked.every((one) => typeof one === "string");
}
