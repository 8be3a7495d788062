/** What the records of a line say of each event, one after another. */
import type { Correction, EventEntry, JournalRecord } from "../../journal/index.ts";

/** A record that says something of an event: that it happened, that it was otherwise, that it did not happen. */
export interface Report {
  readonly position: number;
  readonly hash: string;
  /** Without an event it withdraws it. */
  readonly entry: EventEntry | Correction;
}

/** All that is reported of each event, by its id; the last of it holds. */
export function idHistory(records: readonly JournalRecord[]): ReadonlyMap<string, readonly Report[]> {
  const reports = new Map<string, Report[]>();
  for (const { position, hash, entry } of records) {
    if (entry.kind !== "event" && entry.kind !== "correction") continue;
    const id = entry.kind === "event" ? entry.event.id : entry.corrects;
    const before = reports.get(id);
    if (before === undefined) reports.set(id, [{ position, hash, entry }]);
    else before.push({ position, hash, entry });
  }
  return reports;
}
