/** The live feed: from the first record to the last, and on as others come, each once. */
import { Observable } from "rxjs";
import type { Query } from "./query.ts";
import type { JournalRecord } from "./record.ts";
import type { Store } from "./store.ts";

/**
 * What there is and then what comes. One cursor goes through both: it is told only *that* something may have come, and
 * reads what; so nothing is missed between history and live, and nothing comes twice.
 */
export function liveFeed(
  store: Store,
  pages: (query: Query) => AsyncIterable<readonly JournalRecord[]>,
  query: Query,
): Observable<JournalRecord> {
  return new Observable((subscriber) => {
    let after = query.after ?? 0;
    let rouse: (() => void) | undefined;
    let stirred = true;
    const stop = store.watch(() => {
      stirred = true;
      rouse?.();
    });
    const follow = async (): Promise<void> => {
      while (!subscriber.closed) {
        stirred = false;
        for await (const page of pages({ ...query, after })) {
          for (const record of page) {
            if (subscriber.closed) return;
            after = record.position;
            subscriber.next(record);
          }
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
