/** What can be known of a long stream without reading it: records by their names, and whether anything happened later. */
import type { Journal } from "./port.ts";
import { type JournalRecord, recordIn } from "./record.ts";
import { ALL } from "./store.ts";

/** The records of a stream that are called so, in order. */
export async function recordsCalled(
  { store }: Journal,
  stream: string,
  ids: readonly string[],
): Promise<readonly JournalRecord[]> {
  const rows = await store.transact(({ known }) => known([{ stream, upTo: ALL }], ids));
  return rows.map(recordIn).sort((one, other) => one.position - other.position);
}

/** Whether no event of a stream began after a minute. */
export async function isLast({ store }: Journal, stream: string, minute: number): Promise<boolean> {
  const later = await store.page({ segments: [{ stream, upTo: ALL }], kind: "event", later: minute }, 1);
  return later.length === 0;
}
