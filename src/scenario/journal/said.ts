/** What the records of a line say of one event. */
import type { Correction, EventEntry, JournalRecord } from "../../journal/index.ts";

/** A record that says something of an event: that it happened, that it was otherwise, that it did not happen. */
export interface Said {
  readonly position: number;
  readonly hash: string;
  /** Without an event it withdraws it. */
  readonly entry: EventEntry | Correction;
}

/** All that is said of an event, the last of which holds; empty when there is no such event. */
export function saidOf(records: readonly JournalRecord[], id: string): readonly Said[] {
  return records.flatMap(({ position, hash, entry }) =>
    (entry.kind === "event" && entry.event.id === id) || (entry.kind === "correction" && entry.corrects === id)
      ? [{ position, hash, entry }]
      : [],
  );
}
