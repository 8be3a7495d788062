/** What a store remembers of its journal: enough to plan the next append without reading, as long as no one else has written. */
import type { StoredRecord } from "./record.ts";
import type { Head, Transaction, WantedIds } from "./store.ts";

/** What is carried out in a transaction. */
export type TransactionWork<Result> = (transaction: Transaction) => Promise<Result>;

/** What work comes to, planned by what was seen. */
export interface PlannedUnseen<Result> {
  readonly result: Result;
  /** The last record that was seen: the rows follow it. */
  readonly head: Head;
  readonly rows: readonly StoredRecord[];
}

/** What a store remembers of its journal. */
export interface LastSeen {
  /**
   * Plans work by what was seen. It takes for granted that ids are new: the store must hold them to be unique in a stream.
   * Undefined where it takes a look: at a fork, at what is there already, and wherever something is wrong.
   */
  readonly plan: <Result>(
    work: TransactionWork<Result>,
    wanted: WantedIds,
  ) => Promise<PlannedUnseen<Result> | undefined>;
  /** What was planned was kept. */
  readonly added: (rows: readonly StoredRecord[], wanted: WantedIds) => void;
  /** The same work with a look at everything, which is remembered once {@link LastSeen.kept} is called. */
  readonly watched: <Result>(work: TransactionWork<Result>, wanted: WantedIds) => TransactionWork<Result>;
  /** What was watched last was kept. */
  readonly kept: () => void;
  readonly forget: () => void;
}

/** A stream: its first entry, and how far it goes. */
interface StreamState {
  readonly first: StoredRecord | undefined;
  readonly version: number;
}

/** Maximum number of streams remembered. */
const MAX_STREAMS = 1000;

export function lastSeen(): LastSeen {
  const streams = new Map<string, StreamState>();
  let head: Head | undefined;
  let pending: (() => void) | undefined;

  function remember(last: Head, stream: string, { first, version }: StreamState, rows: readonly StoredRecord[]): void {
    if (streams.size >= MAX_STREAMS) streams.clear();
    head = last;
    streams.set(stream, { first: first ?? rows[0], version: version + rows.length });
  }

  return {
    plan: async (work, wanted) => {
      const state = streams.get(wanted.stream);
      if (head === undefined || state === undefined || state.first?.kind === "fork") return undefined;
      const rows: StoredRecord[] = [];
      try {
        const result = await work(rememberedTransaction(head, state, wanted.stream, rows));
        return rows.length === 0 ? undefined : { result, head, rows };
      } catch {
        // Whatever it is: the full look finds it again and reports it.
        return undefined;
      }
    },
    added: (rows, { stream }) => {
      const last = rows.at(-1);
      const state = streams.get(stream);
      if (last !== undefined && state !== undefined) remember(last, stream, state, rows);
    },
    watched: (work, { stream }) => {
      pending = undefined;
      return async (transaction) => {
        const begun = await transaction.head();
        if (head?.hash !== begun.hash) streams.clear();
        const state = { first: await transaction.at(stream, 1), version: await transaction.versionOf(stream) };
        const rows: StoredRecord[] = [];
        const insert: Transaction["insert"] = (added) => {
          rows.push(...added);
          return transaction.insert(added);
        };
        const result = await work({ ...transaction, insert });
        const isOne = rows.every((row) => row.stream === stream);
        pending = () => {
          if (!isOne) streams.clear();
          if (isOne) remember(rows.at(-1) ?? begun, stream, state, rows);
        };
        return result;
      };
    },
    kept: () => {
      pending?.();
      pending = undefined;
    },
    forget: () => {
      streams.clear();
      head = undefined;
    },
  };
}

function rememberedTransaction(
  head: Head,
  { first, version }: StreamState,
  ownStream: string,
  rows: StoredRecord[],
): Transaction {
  const own = <Value>(stream: string, value: Value): Value => {
    if (stream === ownStream) return value;
    throw new RangeError(`Nothing was seen of ${stream}.`);
  };
  return {
    head: async () => head,
    versionOf: async (stream) => own(stream, version),
    at: async (stream, at) => own(at === 1 ? stream : "", first),
    known: async (segments) => {
      for (const { stream } of segments) own(stream, undefined);
      return [];
    },
    insert: async (added) => {
      rows.push(...added);
    },
  };
}
