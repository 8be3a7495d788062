/** The live feed: from the first record to the last, and on as others come, each once. A door of its own, with rxjs. */
import { Observable } from "rxjs";
import type { Subscribable } from "../events/index.ts";
import type { ReadOptions } from "./faulty-records.ts";
import { followRecords } from "./follow.ts";
import type { Journal } from "./port.ts";
import type { Query } from "./query.ts";
import type { JournalRecord } from "./record.ts";

/**
 * What there is and then what comes, each record once and in order, until one unsubscribes.
 *
 * @example
 * ```ts
 * import { memoryJournal } from "demarche/journal";
 * import { liveFeed } from "demarche/journal";
 * const feed = liveFeed(memoryJournal(), { act: "strike" }).subscribe(({ position }) => position);
 * feed.unsubscribe();
 * ```
 */
export function liveFeed(journal: Journal, query: Query = {}, options: ReadOptions = {}): Subscribable<JournalRecord> {
  return new Observable((subscriber) => {
    const ending = new AbortController();
    const follow = async (): Promise<void> => {
      for await (const record of followRecords(journal, query, ending.signal, options)) subscriber.next(record);
    };
    follow().catch((error: unknown) => subscriber.error(error));
    return () => ending.abort();
  });
}
