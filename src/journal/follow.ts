/** Following a journal: what there is and then what comes, each record once and in order, as fast as it is taken. */
import { lastPosition, type ReadOptions } from "./passing.ts";
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
  // Once each: the next look begins behind it.
  const told: ReadOptions["onFault"] =
    onFault &&
    ((fault) => {
      after = Math.max(after, fault.position);
      onFault(fault);
    });
  let stirred = true;
  let rouse = (): void => undefined;
  const wake = (): void => {
    stirred = true;
    rouse();
  };
  const stop = store.watch(wake);
  signal.addEventListener("abort", wake);
  try {
    while (!signal.aborted) {
      stirred = false;
      const last = await lastPosition(store);
      for await (const record of read({ ...query, after }, { onFault: told })) {
        if (signal.aborted) return;
        after = Math.max(after, record.position);
        yield record;
      }
      after = Math.max(after, last);
      if (stirred) continue;
      await new Promise<void>((resolve) => {
        rouse = resolve;
      });
    }
  } finally {
    stop();
    signal.removeEventListener("abort", wake);
  }
}
