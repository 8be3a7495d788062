/** A scenario as entries of a journal. */
import type { JournalEntry } from "../../journal/index.ts";
import type { Scenario } from "../scenario.ts";
import { parseFile } from "../yaml/document.ts";
import { frameOf, withoutEvents } from "./frame.ts";

/**
 * A scenario's file as entries: its frame, which is everything but its events, and each event.
 *
 * @param text the file, which was read without an error; it is kept beside the data, for exports
 */
export function journalEntries({ events }: Pick<Scenario, "events">, text: string): readonly JournalEntry[] {
  const { value } = parseFile(text.replace(/^\ufeff/, ""));
  return [frameOf(withoutEvents(value), text), ...events.map((event): JournalEntry => ({ kind: "event", event }))];
}
