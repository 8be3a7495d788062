/** The journal as its users see it: an append-only log of streams, wherever it is kept. */
import type { DiplomaticEvent } from "../events/index.ts";
import type { JournalEntry } from "./entry.ts";
import type { Expected } from "./errors.ts";
import type { ReadOptions } from "./faulty-records.ts";
import type { Query } from "./query.ts";
import type { JournalRecord } from "./record.ts";
import type { Head, SnapshotStore, Store, StreamInfo } from "./store.ts";

/** What is to be appended to one stream. */
export interface AppendRequest {
  readonly stream: string;
  /** Events as they are, or entries. */
  readonly entries: readonly (DiplomaticEvent | JournalEntry)[];
  readonly expected?: Expected | undefined;
}

/** The result of an append. */
export interface Appended {
  readonly stream: string;
  /** The version that the stream now has. */
  readonly version: number;
  /** Where each entry stands, in the order in which they were given: the old position of what was there already. */
  readonly positions: readonly number[];
  /** How many were not there already. */
  readonly added: number;
}

/** A journal. */
export interface Journal {
  /** What it is called in messages: a file's name, a server's address without its password. */
  readonly name: string;
  /**
   * Appends to a stream: all of it or nothing. What is there already, with the same id and the same content, stays
   * where it is, so that an append that may or may not have arrived can be tried again.
   *
   * @throws Problem `conflict` when the stream is not as expected; IdClashError; Problem
   */
  readonly append: (
    stream: string,
    entries: AppendRequest["entries"],
    options?: { readonly expected?: Expected },
  ) => Promise<Appended>;
  /** Appends to several streams at once: all of it or nothing. */
  readonly appendAll: (requests: readonly AppendRequest[]) => Promise<readonly Appended[]>;
  /** Records in order of position, read page by page; what is appended meanwhile is not among them. */
  readonly read: (query?: Query, options?: ReadOptions) => AsyncGenerator<JournalRecord, void, undefined>;
  readonly head: () => Promise<Head>;
  /** How far a stream goes: 0 when it has not begun. */
  readonly versionOf: (stream: string) => Promise<number>;
  readonly streams: () => Promise<readonly StreamInfo[]>;
  /** A cache for folding. It can be thrown away at any time. */
  readonly snapshots: SnapshotStore;
  /** What time it is, in the form of `recordedAt`. */
  readonly now: () => string;
  /** Carries work out with the journal's hooks listening. */
  readonly observe: Observe;
  readonly close: () => Promise<void>;
  /** The store beneath, for what looks at records as they are stored. */
  readonly store: Store;
}

/** What a journal does. */
export type Operation = "append" | "read" | "fork" | "verify" | "fold" | "import";

/** What is known of it when it begins and when it ends: counts, and names of streams. Never an entry. */
export type Details = Readonly<Record<string, string | number>>;

/** Called when it ends: with counts, or with the error that ended it. */
export type Finished = (details: Details, error?: unknown) => void;

/** Functions that are called for it. A hook that throws is the caller's mistake, and is not caught. */
export interface JournalHooks {
  /** Called as it begins; what it gives back is called once as it ends. */
  readonly started?: (operation: Operation, details: Details) => Finished | undefined;
}

/** Carries work out and reports it to the hooks. */
export type Observe = <Result>(operation: Operation, details: Details, work: () => Promise<Result>) => Promise<Result>;

/** A function that carries out work and reports it to these hooks. */
export function observeWith(hooks: JournalHooks): Observe {
  return async (operation, details, work) => {
    const finished = hooks.started?.(operation, details);
    try {
      const result = await work();
      finished?.({});
      return result;
    } catch (error) {
      finished?.({}, error);
      throw error;
    }
  };
}
