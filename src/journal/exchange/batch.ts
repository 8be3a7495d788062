/** Journals as a batch of CloudEvents: for buses and stores of others. Events by their act, the rest by their kind. */

import { $ZodError } from "zod/v4/core";
import { type CloudEventForm, fromCloudEvent, isZone, toCloudEvent, UTC } from "../../events/index.ts";
import { nth } from "../../problem/index.ts";
import { entryFrom, entryOf, idOf, invalid, type JournalEntry } from "../entry.ts";
import { isConflict } from "../errors.ts";
import type { ReadOptions } from "../faulty-records.ts";
import type { AppendRequest, Journal } from "../port.ts";
import type { Query } from "../query.ts";
import type { JournalRecord } from "../record.ts";
import {
  distinctFaults,
  type Imported,
  type ImportFault,
  type ImportOptions,
  importProblem,
  MAX_FAULTS,
} from "./report.ts";

/** A CloudEvent of a journal: the extensions `sequence` and `recordedtime` say where it stands and when it was recorded. */
export interface JournalCloudEvent extends Omit<CloudEventForm, "data"> {
  readonly data: unknown;
  readonly sequence: string;
  readonly recordedtime: string;
}

const TYPE_PREFIX = "org.demarche.journal.";

/** Records as CloudEvents, one after another. The source is the stream: `/streams/NAME`; times are those of its zone. */
export async function* toCloudEvents(
  journal: Journal,
  query: Query = {},
  options: ReadOptions = {},
): AsyncGenerator<JournalCloudEvent, void, undefined> {
  const zoneOf = zonesOf(journal, query);
  for await (const record of journal.read(query, options)) yield cloudEventOf(record, await zoneOf(record.stream));
}

/** What the zone of a line is by its latest frame, looked up once for each. */
function zonesOf(journal: Journal, { position, recordedAt }: Query = {}): (stream: string) => Promise<string> {
  const known = new Map<string, string>();
  return async (stream) => {
    let zone = known.get(stream) ?? UTC;
    if (known.has(stream)) return zone;
    const frames = journal.read({ branch: stream, kind: "frame", position, recordedAt }, { onFault: () => undefined });
    for await (const { entry } of frames) zone = zoneIn(entry);
    known.set(stream, zone);
    return zone;
  };
}

/** The zone that a frame names. Frames of text are older than zones. */
function zoneIn(entry: JournalEntry): string {
  const { zone }: { readonly zone?: unknown } = "file" in entry ? Object(JSON.parse(entry.file)) : {};
  return typeof zone === "string" && isZone(zone) ? zone : UTC;
}

/**
 * A record as a CloudEvent.
 *
 * @param zone of the line's dates
 */
export function cloudEventOf(
  { stream, position, recordedAt, entry }: JournalRecord,
  zone: string = UTC,
): JournalCloudEvent {
  const source = `/streams/${stream}`;
  const extensions = { sequence: String(position), recordedtime: recordedAt };
  if (entry.kind === "event") return { ...toCloudEvent(entry.event, source, zone), ...extensions };
  return {
    specversion: "1.0",
    id: idOf(entry),
    source,
    type: `${TYPE_PREFIX}${entry.kind}`,
    time: recordedAt,
    datacontenttype: "application/json",
    data: entry,
    ...extensions,
  };
}

/**
 * Appends a batch of CloudEvents: all of it or nothing. What is there already is left as it is. A fork is refused: it
 * names a record by its hash, which is another one here; export as lines to keep forks. Positions and times of recording
 * are those of this journal: `sequence` and `recordedtime` are ignored.
 *
 * @throws Problem `unreadable` with every item that is wrong, and Problem as `append` does; nothing was changed
 */
export async function fromCloudEvents(
  journal: Journal,
  batch: unknown,
  options: ImportOptions = {},
): Promise<Imported> {
  return journal.observe("import", { journal: journal.name }, () => appendBatch(journal, batch, options));
}

async function appendBatch(journal: Journal, batch: unknown, options: ImportOptions): Promise<Imported> {
  if (!Array.isArray(batch)) {
    throw importProblem("item", [{ line: 1, problem: "it is no batch: expected a list of CloudEvents" }]);
  }
  const faults: ImportFault[] = [];
  const streams = new Map<string, ReadItem[]>();
  const [own, there] = [new Map<string, string>(), zonesOf(journal)];
  for (const [k, item] of batch.entries()) {
    const read = await itemOf(item, async (stream) => own.get(stream) ?? there(stream));
    if ("problem" in read) faults.push({ line: k + 1, problem: read.problem });
    else {
      if (read.entry.kind === "frame") own.set(read.stream, zoneIn(read.entry));
      const before = streams.get(read.stream) ?? [];
      before.push({ item: k + 1, entry: read.entry });
      streams.set(read.stream, before);
    }
    if (faults.length >= MAX_FAULTS) break;
  }
  if (faults.length > 0) throw importProblem("item", faults);
  const added = await appendStreams(journal, streams, options);
  return { records: batch.length, added, already: batch.length - added };
}

/** Maximum number of tries when others append between the check and the append. */
const MAX_TRIES = 20;

async function appendStreams(
  journal: Journal,
  streams: ReadonlyMap<string, readonly ReadItem[]>,
  options: ImportOptions,
) {
  for (let attempt = 1; ; attempt += 1) {
    const requests: AppendRequest[] = [];
    const faults: ImportFault[] = [];
    for (const [stream, read] of streams) {
      const checked = await checkStream(journal, stream, read, options);
      faults.push(...checked.faults);
      requests.push({ stream, entries: read.map(({ entry }) => entry), expected: checked.expected });
    }
    if (faults.length > 0) throw importProblem("item", distinctFaults(faults));
    try {
      return (await journal.appendAll(requests)).reduce((sum, one) => sum + one.added, 0);
    } catch (error) {
      if (!isConflict(error) || attempt === MAX_TRIES) throw error;
    }
  }
}

/** What a check finds, and the version that it looked at: what was checked is what is appended to. */
async function checkStream(journal: Journal, stream: string, read: readonly ReadItem[], { check }: ImportOptions) {
  if (check === undefined) return { faults: [] };
  const expected = await journal.versionOf(stream);
  const records = expected === 0 ? [] : await Array.fromAsync(journal.read({ branch: stream }));
  const known = new Set(records.map(({ entry }) => idOf(entry)));
  // Of what stands twice the first counts.
  const fresh = read.filter(({ entry }) => !known.has(idOf(entry)) && known.add(idOf(entry)));
  const entries = fresh.map(({ entry }) => entry);
  const found = fresh.length === 0 ? [] : check({ stream, records, entries });
  return { expected, faults: found.map(({ entry, problem }) => ({ line: nth(fresh, entry).item, problem })) };
}

interface ReadItem {
  readonly item: number;
  readonly entry: JournalEntry;
}

type Item = { readonly stream: string; readonly entry: JournalEntry } | { readonly problem: string };

async function itemOf(item: unknown, zoneOf: (stream: string) => Promise<string>): Promise<Item> {
  if (typeof item !== "object" || item === null) return { problem: "it is no CloudEvent" };
  const { specversion, source, type, data } = item as Record<string, unknown>;
  if (specversion !== "1.0") return { problem: "it is no CloudEvent 1.0" };
  if (typeof type !== "string") return { problem: "it has no type" };
  const [, stream] = typeof source === "string" ? (/^\/streams\/([a-z0-9][a-z0-9/-]{0,127})$/.exec(source) ?? []) : [];
  if (stream === undefined) return { problem: "its source is no stream: expected /streams/NAME" };
  try {
    const entry = type.startsWith(TYPE_PREFIX) ? entryOf(data) : entryFrom(fromCloudEvent({ type, data }));
    if (entry.kind === "fork") return { problem: "it is a fork, which only an export as lines can keep" };
    const problem = contradictionIn(item as Record<string, unknown>, entry, await zoneOf(stream));
    return problem === undefined ? { stream, entry } : { problem };
  } catch (error) {
    if (error instanceof $ZodError) return { problem: invalid(error, "data.").message };
    if (error instanceof Error) return { problem: error.message.replaceAll(/\s+/g, " ") };
    throw error;
  }
}

/**
 * Where an item says otherwise than its data. A time may be left out, and releases before wrote that of the zone's clocks
 * as if they showed UTC.
 */
function contradictionIn({ id, time, source }: Readonly<Record<string, unknown>>, entry: JournalEntry, zone: string) {
  const own = idOf(entry);
  if (id !== own) return `its id is ${JSON.stringify(id) ?? "missing"}, and its data are called ${own}`;
  if (time === undefined) return undefined;
  const moment = typeof time === "string" && TIME.test(time) ? Date.parse(time) : Number.NaN;
  if (Number.isNaN(moment)) return `its time is ${JSON.stringify(time)}: expected one such as 2024-01-16T00:00:00Z`;
  if (entry.kind !== "event") return undefined;
  const expected = toCloudEvent(entry.event, String(source), zone).time;
  const before = toCloudEvent(entry.event, String(source)).time;
  if ([expected, before].some((one) => Date.parse(one) === moment)) return undefined;
  return `its time is ${time}, and its data say ${entry.event.at}: expected ${expected}`;
}

/** A moment in the form of RFC 3339. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;
