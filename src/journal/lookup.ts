/** Records of a long stream found without reading all of it: by their ids, and around a minute. */
import type { Journal } from "./port.ts";
import { type JournalRecord, recordIn, type StoredRecord } from "./record.ts";
import { ALL } from "./store.ts";

/** The records of a stream with these ids, in order. */
export async function recordsCalled(
  { store }: Journal,
  stream: string,
  ids: readonly string[],
): Promise<readonly JournalRecord[]> {
  const rows = await store.transact(({ known }) => known([{ stream, upTo: ALL }], ids));
  return rows.map(recordIn).sort((one, other) => one.position - other.position);
}

/**
 * Events of a stream around these minutes, in order: for each the first recorded of those that began later, and the one that
 * was recorded right before that, or last where none began later.
 *
 * @param version of the stream
 */
export async function recordsAround(
  { store }: Journal,
  stream: string,
  version: number,
  minutes: readonly number[],
): Promise<readonly JournalRecord[]> {
  const rows = new Map<number, StoredRecord>();
  let after = 0;
  for (const minute of [...new Set(minutes)].sort((one, other) => one - other)) {
    const [later] = await store.page({ segments: [{ stream, upTo: ALL }], kind: "event", later: minute, after }, 1);
    const before = await store.at(stream, later === undefined ? version : later.version - 1);
    for (const row of [before, later]) if (row?.kind === "event") rows.set(row.position, row);
    if (later === undefined) break;
    // What began after a later minute was recorded no earlier.
    after = later.position - 1;
  }
  return [...rows.values()].map(recordIn).sort((one, other) => one.position - other.position);
}
