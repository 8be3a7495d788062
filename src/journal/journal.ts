/** A journal on a store: what is the same wherever it is kept. */
import { lastPosition, passableSegments, type ReadOptions, recordsIn } from "./faulty-records.ts";
import { draftRequests, idsWanted, planAppend } from "./plan.ts";
import {
  type Appended,
  type AppendRequest,
  type Finished,
  type Journal,
  type JournalHooks,
  observeWith,
} from "./port.ts";
import { type Query, selectionOf, textsOf } from "./query.ts";
import type { JournalRecord } from "./record.ts";
import { ALL, type Segment, type Store } from "./store.ts";

/** How a journal behaves. */
export interface JournalOptions {
  /** What time it is, as `recordedAt` tells it; the machine's clock by default. */
  readonly now?: () => string;
  readonly hooks?: JournalHooks;
}

/** Records read at once. */
const PAGE = 1000;

/** A journal on a store. */
export function createJournal(store: Store, options: JournalOptions = {}): Journal {
  const { now = () => new Date().toISOString(), hooks = {} } = options;

  async function appendAll(requests: readonly AppendRequest[]): Promise<readonly Appended[]> {
    const ready = draftRequests(requests);
    return store.transact(async (transaction) => {
      const { rows, appended } = await planAppend(transaction, ready, now);
      if (rows.length > 0) await transaction.insert(rows);
      return appended;
    }, idsWanted(ready));
  }

  async function segments(query: Query, options: ReadOptions): Promise<readonly Segment[] | undefined> {
    if (query.stream !== undefined) return [{ stream: query.stream, upTo: ALL }];
    if (query.branch === undefined) return undefined;
    return passableSegments(store, query.branch, options);
  }

  async function* pages(query: Query, options: ReadOptions): AsyncGenerator<readonly JournalRecord[], void, undefined> {
    const last = options.onFault === undefined ? (await store.head()).position : await lastPosition(store);
    const selection = selectionOf(query);
    const upTo = Math.min(last, query.position ?? last);
    let after = query.after ?? 0;
    // One after another, as they lie: each comes wholly before the next.
    for (const segment of (await segments(query, options)) ?? [undefined]) {
      const segmented = segment === undefined ? selection : { ...selection, segments: [segment] };
      const pageAfter = async (position: number) => store.page({ ...segmented, after: position, upTo }, PAGE);
      for (let page = after < upTo ? pageAfter(after) : undefined; page !== undefined; ) {
        const rows = await page;
        after = rows.at(-1)?.position ?? after;
        page = rows.length === PAGE && after < upTo ? pageAfter(after) : undefined;
        // The next page loads while this one is used. If the reader stops early, its failure does not matter.
        page?.catch(() => undefined);
        const records = recordsIn(rows, options);
        if (rows.length > 0) yield records;
      }
    }
  }

  const observe = observeWith(hooks);
  return {
    name: store.name,
    store,
    now,
    observe,
    append: (stream, entries, { expected } = {}) =>
      observe("append", { journal: store.name, stream, entries: entries.length }, async () => {
        const [appended] = await appendAll([{ stream, entries, expected }]);
        if (appended === undefined) throw new Error("One request has one answer: a defect of ours.");
        return appended;
      }),
    appendAll: (requests) =>
      observe("append", { journal: store.name, entries: requests.flatMap(({ entries }) => entries).length }, () =>
        appendAll(requests),
      ),
    read: async function* (query = {}, options = {}) {
      let count = 0;
      let failure: unknown;
      const finished: Finished | undefined = hooks.started?.("read", { journal: store.name, ...textsOf(query) });
      try {
        for await (const page of pages(query, options)) {
          for (const record of page) {
            count += 1;
            yield record;
          }
        }
      } catch (error) {
        failure = error;
        throw error;
      } finally {
        // Also when the reader stops early.
        finished?.({ entries: count }, failure);
      }
    },
    head: () => store.head(),
    versionOf: (stream) => store.versionOf(stream),
    streams: () => store.streams(),
    snapshots: store.snapshots,
    close: () => store.close(),
  };
}
