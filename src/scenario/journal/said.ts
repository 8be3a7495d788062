/** What the records of a line say of each event. */
import type { Correction, EventEntry, JournalRecord } from "../../journal/index.ts";

/** A record that says something of an event: that it happened, that it was otherwise, that it did not happen. */
export interface Said {
  readonly position: number;
  readonly hash: string;
  /** Without an event it withdraws it. */
  readonly entry: EventEntry | Correction;
}

/** All that is said of each event, by its id; the last of it holds. */
export function saidIn(records: readonly JournalRecord[]): ReadonlyMap<string, readonly Said[]> {
  const said = new Map<string, Said[]>();
  for (const { position, hash, entry } of records) {
    if (entry.kind !== "event" && entry.kind !== "correction") continue;
    const id = entry.kind === "event" ? entry.event.id : entry.corrects;
    const before = said.get(id);
    if (before === undefined) said.set(id, [{ position, hash, entry }]);
    else before.push({ position, hash, entry });
  }
  return said;
}
