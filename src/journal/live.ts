/** The live feed: from the first record to the last, and on as others come, each once. A door of its own, with rxjs. */
import { Observable } from "rxjs";
import type { ReadOptions } from "./passing.ts";
import type { Journal } from "./port.ts";
import type { Query } from "./query.ts";
import type { JournalRecord } from "./record.ts";

/**
 * What there is and then what comes, each record once and in order, until one unsubscribes. One cursor goes through
 * both: it is told only *that* something may have come, and reads what; so nothing is missed between history and live,
 * and nothing comes twice.
 *
 * @example
 * ```ts
 * import { memoryJournal } from "demarche/journal";
 * import { liveFeed } from "demarche/journal";
 * const feed = liveFeed(memoryJournal(), { act: "strike" }).subscribe(({ position }) => position);
 * feed.unsubscribe();
 * ```
 */
export function liveFeed(
  { store, read }: Journal,
  query: Query = {},
  { onFault }: ReadOptions = {},
): Observable<JournalRecord> {
  return new Observable((subscriber) => {
    let after = query.after ?? 0;
    const told: ReadOptions["onFault"] =
      onFault === undefined
        ? undefined
        : (fault) => {
            // Once: the next look begins behind it.
            after = Math.max(after, fault.position);
            onFault(fault);
          };
    let rouse: (() => void) | undefined;
    let stirred = true;
    const stop = store.watch(() => {
      stirred = true;
      rouse?.();
    });
    const follow = async (): Promise<void> => {
      while (!subscriber.closed) {
        stirred = false;
        for await (const record of read({ ...query, after }, { onFault: told })) {
          if (subscriber.closed) return;
          after = Math.max(after, record.position);
          subscriber.next(record);
        }
        if (stirred) continue;
        await new Promise<void>((resolve) => {
          rouse = resolve;
        });
      }
    };
    follow().catch((error: unknown) => subscriber.error(error));
    return () => {
      stop();
      rouse?.();
    };
  });
}
