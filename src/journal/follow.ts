/** Following a journal: what there is and then what comes, each record once and in order, as fast as it is taken. */
import { lastPosition, type ReadOptions } from "./faulty-records.ts";
import type { Journal } from "./port.ts";
import type { Query } from "./query.ts";
import type { JournalRecord } from "./record.ts";

/**
 * Records from the past into the present, until the signal. One cursor goes through both: it is told only *that*
 * something may have come, and reads what; so nothing is missed between history and live, and nothing comes twice.
 */
export async function* followRecords(
  { store, read }: Pick<Journal, "store" | "read">,
  query: Query,
  signal: AbortSignal,
  { onFault }: ReadOptions = {},
): AsyncGenerator<JournalRecord> {
  let after = query.after ?? 0;
  // Reports each fault once: the next read begins after it.
  const passOver: ReadOptions["onFault"] =
    onFault &&
    ((fault) => {
      after = Math.max(after, fault.position);
      onFault(fault);
    });
  let hasNews = true;
  let resume = (): void => undefined;
  const wake = (): void => {
    hasNews = true;
    resume();
  };
  const stop = store.watch(wake);
  signal.addEventListener("abort", wake);
  try {
    while (!signal.aborted) {
      hasNews = false;
      const last = await lastPosition(store);
      for await (const record of read({ ...query, after }, { onFault: passOver })) {
        if (signal.aborted) return;
        after = Math.max(after, record.position);
        yield record;
      }
      after = Math.max(after, last);
      if (hasNews) continue;
      await new Promise<void>((resolve) => {
        resume = resolve;
      });
    }
  } finally {
    stop();
    signal.removeEventListener("abort", wake);
  }
}
