/** What a store must be able to do. Everything else about a journal is the same on all of them. */
import type { StoredRecord } from "./record.ts";

/** Where a journal ends. */
export interface Head {
  /** The position of the last record; 0 in an empty journal. */
  readonly position: number;
  readonly hash: string;
  /** When the last record was recorded; empty in an empty journal. */
  readonly recordedAt: string;
}

/** As much as a stream can hold. */
export const ALL = 2 ** 31 - 1;

/** The first entries of a stream, up to a version. */
export interface Segment {
  readonly stream: string;
  readonly upTo: number;
}

/** Which records are wanted. What is left out does not matter. */
export interface Selection {
  /** Of these beginnings of streams. */
  readonly segments?: readonly Segment[] | undefined;
  /** After this position. */
  readonly after?: number | undefined;
  /** Up to this position. */
  readonly upTo?: number | undefined;
  /** Recorded no later than this, in the form of `recordedAt`. */
  readonly recordedAt?: string | undefined;
  /** Without the events that began after this minute. Corrections are always among them: they may concern what is. */
  readonly valid?: number | undefined;
  /** Only the events that began after this minute. */
  readonly later?: number | undefined;
  readonly kind?: StoredRecord["kind"] | undefined;
  readonly actor?: string | undefined;
  readonly act?: string | undefined;
}

/** A stream, and how far it goes. */
export interface StreamInfo {
  readonly stream: string;
  readonly version: number;
  /** When its first and its last entry were recorded. */
  readonly begun: string;
  readonly recordedAt: string;
}

/** What is kept to fold faster. It can be thrown away at any time. */
export interface SnapshotStore {
  /** The latest one of a kind at or before a position. */
  readonly latest: (
    kind: string,
    upTo: number,
  ) => Promise<{ readonly position: number; readonly body: string } | undefined>;
  readonly put: (kind: string, position: number, body: string) => Promise<void>;
  readonly clear: () => Promise<void>;
}

/** What can be looked up. */
export interface Lookup {
  readonly head: () => Promise<Head>;
  /** How far a stream goes: 0 when it has not begun. */
  readonly versionOf: (stream: string) => Promise<number>;
  readonly at: (stream: string, version: number) => Promise<StoredRecord | undefined>;
}

/** What the only writer can do. */
export interface Transaction extends Lookup {
  /** Those of these segments that have one of these ids. */
  readonly known: (segments: readonly Segment[], ids: readonly string[]) => Promise<readonly StoredRecord[]>;
  readonly insert: (rows: readonly StoredRecord[]) => Promise<void>;
}

/** Ids that are to be looked up in a stream. */
export interface WantedIds {
  readonly stream: string;
  readonly ids: readonly string[];
}

/** Where a journal is kept. */
export interface Store extends Lookup {
  /** What it is called in messages: a file's name, a server's address without its password. */
  readonly name: string;
  /**
   * Carries out work as the only writer, and keeps all of it or nothing.
   *
   * @param wanted what the work will look up first: a store that is far away can bring it when it begins
   */
  readonly transact: <Result>(
    work: (transaction: Transaction) => Promise<Result>,
    wanted?: WantedIds,
  ) => Promise<Result>;
  /** The first of the records that are wanted, in order of position. */
  readonly page: (selection: Selection, size: number) => Promise<readonly StoredRecord[]>;
  readonly streams: () => Promise<readonly StreamInfo[]>;
  /** Calls back whenever something may have been appended, by anybody; gives the means to stop it. */
  readonly watch: (wake: () => void) => () => void;
  readonly snapshots: SnapshotStore;
  /** What the store itself finds wrong with what it holds, records aside: a damaged index. */
  readonly faults?: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** Work that must not overlap, one after another. What fails does not stop the next. */
export function queue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
