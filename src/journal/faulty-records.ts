/** Faulty records: they are reported and skipped, and the others are read all the same. */
import { Problem } from "../problem/index.ts";
import { corrupt, isCorruptRecord, type JournalFault } from "./errors.ts";
import { type JournalRecord, recordIn, type StoredRecord, UNLINKED } from "./record.ts";
import { segmentsOf } from "./segments.ts";
import { ALL, type Lookup, type Segment } from "./store.ts";

/** How records are read. */
export interface ReadOptions {
  /**
   * Called for a record that can't be read, which is skipped, or that does not follow from the one before. Without it,
   * the first such record is thrown as a Problem `corrupt`.
   */
  readonly onFault?: ((fault: JournalFault) => void) | undefined;
}

/** The position of the last record, whether it is right or not; 0 in an empty journal. */
export async function lastPosition(store: Pick<Lookup, "head">): Promise<number> {
  try {
    return (await store.head()).position;
  } catch (error) {
    if (isCorruptRecord(error)) return error.data.position;
    throw error;
  }
}

/**
 * The records that neighbouring rows hold.
 *
 * @throws Problem `corrupt` for the first that is wrong, where faults are not collected
 */
export function recordsIn(rows: readonly StoredRecord[], { onFault }: ReadOptions): readonly JournalRecord[] {
  const report = (error: unknown): void => {
    if (!isCorruptRecord(error) || onFault === undefined) throw error;
    onFault({ position: error.data.position, problem: error.data.problem });
  };
  const records: JournalRecord[] = [];
  for (const [k, row] of rows.entries()) {
    try {
      records.push(recordIn(row));
    } catch (error) {
      report(error);
      continue;
    }
    // Neighbours name each other: a record that was put in place of another does not follow from the one before.
    const before = rows[k - 1];
    if (before?.position === row.position - 1 && before.hash !== row.previous) {
      report(corrupt(row.position, UNLINKED));
    }
  }
  return records;
}

/**
 * The beginnings of streams that make up a line; of one whose fork is wrong, its own entries.
 *
 * @throws Problem for a fork that is wrong, where faults are not collected
 */
export async function passableSegments(
  { at }: Pick<Lookup, "at">,
  stream: string,
  { onFault }: ReadOptions,
): Promise<readonly Segment[]> {
  try {
    return await segmentsOf(at, stream);
  } catch (error) {
    if (onFault === undefined || !(error instanceof Problem)) throw error;
    // A fork that can't be read is reported when it is read, among its stream's own entries.
    const first = await at(stream, 1);
    const isRead = isCorruptRecord(error) && error.data.position === first?.position;
    if (first !== undefined && !isRead) onFault({ position: first.position, problem: error.message });
    return [{ stream, upTo: ALL }];
  }
}
