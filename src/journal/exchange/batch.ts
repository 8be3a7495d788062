/** Journals as a batch of CloudEvents: for buses and stores of others. Events by their act, the rest by their kind. */
import { type CloudEventForm, fromCloudEvent, toCloudEvent } from "../../events/index.ts";
import { entryOf, idOf, type JournalEntry } from "../entry.ts";
import type { AppendRequest, Journal } from "../port.ts";
import type { Query } from "../query.ts";
import type { JournalRecord } from "../record.ts";
import { ImportError, type Imported, type ImportFault, MOST_FAULTS } from "./report.ts";

/** A CloudEvent of a journal: the extensions `sequence` and `recordedtime` say where it stands and when it was recorded. */
export interface JournalCloudEvent extends Omit<CloudEventForm, "data"> {
  readonly data: unknown;
  readonly sequence: string;
  readonly recordedtime: string;
}

const KIND = "org.demarche.journal.";

/** Records as CloudEvents, one after another. The source is the stream: `/streams/NAME`. */
export async function* toCloudEvents(
  journal: Journal,
  query: Query = {},
): AsyncGenerator<JournalCloudEvent, void, undefined> {
  for await (const record of journal.read(query)) yield cloudEventOf(record);
}

/** A record as a CloudEvent. */
export function cloudEventOf({ stream, position, recordedAt, entry }: JournalRecord): JournalCloudEvent {
  const source = `/streams/${stream}`;
  const extensions = { sequence: String(position), recordedtime: recordedAt };
  if (entry.kind === "event") return { ...toCloudEvent(entry.event, source), ...extensions };
  return {
    specversion: "1.0",
    id: idOf(entry),
    source,
    type: `${KIND}${entry.kind}`,
    time: recordedAt,
    datacontenttype: "application/json",
    data: entry,
    ...extensions,
  };
}

/**
 * Appends a batch of CloudEvents: all of it or nothing. What is there already is left as it is. A fork is refused: it
 * names a record by its hash, which is another one here; export as lines to keep forks.
 *
 * @throws ImportError with every item that is wrong, and JournalError as `append` does; nothing was changed
 */
export async function fromCloudEvents(journal: Journal, batch: unknown): Promise<Imported> {
  return journal.observe("import", { journal: journal.name }, () => appended(journal, batch));
}

async function appended(journal: Journal, batch: unknown): Promise<Imported> {
  if (!Array.isArray(batch)) {
    throw new ImportError("item", [{ line: 1, problem: "it is no batch: expected a list of CloudEvents" }]);
  }
  const faults: ImportFault[] = [];
  const streams = new Map<string, JournalEntry[]>();
  for (const [k, item] of batch.entries()) {
    const read = itemOf(item);
    if ("problem" in read) faults.push({ line: k + 1, problem: read.problem });
    else push(streams, read.stream, read.entry);
    if (faults.length >= MOST_FAULTS) break;
  }
  if (faults.length > 0) throw new ImportError("item", faults);
  const requests = [...streams].map(([stream, entries]): AppendRequest => ({ stream, entries }));
  const done = await journal.appendAll(requests);
  const added = done.reduce((sum, one) => sum + one.added, 0);
  return { records: batch.length, added, already: batch.length - added };
}

type Item = { readonly stream: string; readonly entry: JournalEntry } | { readonly problem: string };

function itemOf(item: unknown): Item {
  if (typeof item !== "object" || item === null) return { problem: "it is no CloudEvent" };
  const { specversion, source, type, data } = item as Record<string, unknown>;
  if (specversion !== "1.0") return { problem: "it is no CloudEvent 1.0" };
  if (typeof type !== "string") return { problem: "it has no type" };
  const [, stream] = typeof source === "string" ? (/^\/streams\/([a-z0-9][a-z0-9/-]{0,127})$/.exec(source) ?? []) : [];
  if (stream === undefined) return { problem: "its source is no stream: expected /streams/NAME" };
  try {
    const entry = entryOf(type.startsWith(KIND) ? data : { kind: "event", event: fromCloudEvent({ type, data }) });
    if (entry.kind === "fork") return { problem: "it is a fork, which only an export as lines can keep" };
    return { stream, entry };
  } catch (error) {
    if (error instanceof Error) return { problem: error.message.replaceAll(/\s+/g, " ") };
    throw error;
  }
}

function push(streams: Map<string, JournalEntry[]>, stream: string, entry: JournalEntry): void {
  const own = streams.get(stream);
  if (own === undefined) streams.set(stream, [entry]);
  else own.push(entry);
}
