/** Facts: a line's events with every correction applied, in the order in which they happened. */
import { type DiplomaticEvent, latestStart, when } from "../events/index.ts";
import type { FrameEntry, TextFrameEntry } from "./entry.ts";
import type { JournalRecord } from "./record.ts";

/** An event as it is known, and the record that last said so. */
export interface Fact {
  readonly event: DiplomaticEvent;
  readonly record: JournalRecord;
  /** Corrected since it was recorded first. */
  readonly corrected: boolean;
}

/** What a line comes to. */
export interface Facts {
  /** In order of time; what has no order by its date stands in the order in which it was recorded. */
  readonly facts: readonly Fact[];
  /** The latest frame. */
  readonly frame?: FrameEntry | TextFrameEntry;
  /** The ids of events that were withdrawn. */
  readonly withdrawn: readonly string[];
}

/**
 * What records of one line come to.
 *
 * @param records in order of position
 */
export function factsOf(records: Iterable<JournalRecord>): Facts {
  const facts = new Map<string, Fact>();
  const withdrawn = new Set<string>();
  let frame: Facts["frame"];
  for (const record of records) {
    const { entry } = record;
    if (entry.kind === "frame") frame = entry;
    if (entry.kind === "event") facts.set(entry.event.id, { event: entry.event, record, corrected: false });
    if (entry.kind !== "correction") continue;
    const { corrects: id, event } = entry;
    const before = facts.get(id);
    // What is dated otherwise, or known again, comes as late as if it were recorded now.
    if (before?.event.at !== event?.at) facts.delete(id);
    if (event === undefined) withdrawn.add(id);
    else {
      withdrawn.delete(id);
      facts.set(id, { event, record, corrected: true });
    }
  }
  const inOrder = sortByTime([...facts.values()]);
  return { facts: inOrder, withdrawn: [...withdrawn], ...(frame === undefined ? {} : { frame }) };
}

/**
 * In order of time. An event comes after all that were recorded before it, unless it happened on an earlier day or
 * minute: then it comes after what was recorded of that day or minute.
 */
function sortByTime(facts: readonly Fact[]): readonly Fact[] {
  let latest = Number.NEGATIVE_INFINITY;
  const keyed = facts.map((fact) => {
    const [start, end] = [when(fact.event.at).start, latestStart(fact.event.at)];
    if (end < latest) return { fact, key: end };
    latest = Math.max(latest, start);
    return { fact, key: latest };
  });
  return keyed.sort((one, other) => one.key - other.key).map(({ fact }) => fact);
}
