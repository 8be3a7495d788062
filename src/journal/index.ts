/** The journal: a durable, append-only, branching log of events, in memory, in a file or on a server. */

export { isProblem, Problem } from "../problem/index.ts";
export {
  type Correction,
  type EventEntry,
  entryFrom,
  entryOf,
  type ForkEntry,
  type FrameEntry,
  idOf,
  type JournalEntry,
  type ProposalEntry,
  type TextFrameEntry,
} from "./entry.ts";
export {
  type CorruptRecord,
  conflict,
  type Expected,
  type IdClash,
  isAsExpected,
  isConflict,
  isCorruptRecord,
  type JournalFault,
  type JournalProblemCode,
  type VersionConflict,
} from "./errors.ts";
export { cloudEventOf, fromCloudEvents, type JournalCloudEvent, toCloudEvents } from "./exchange/batch.ts";
export { fromJsonl, LONGEST_LINE, toJsonl } from "./exchange/jsonl.ts";
export type { Imported, ImportedLine, ImportFault, ImportOptions, LineFault } from "./exchange/report.ts";
export { type Fact, type Facts, factsOf } from "./facts.ts";
export { lastPosition, type ReadOptions } from "./faulty-records.ts";
export { type Folded, type FoldQuery, foldJournal } from "./fold.ts";
export { followRecords } from "./follow.ts";
export { type ForkOptions, forkStream } from "./fork.ts";
export { createJournal, type JournalOptions } from "./journal.ts";
export { type LastSeen, lastSeen, type TransactionWork } from "./last-seen.ts";
export { recordsAround, recordsCalled } from "./lookup.ts";
export { headOf, memoryJournal, memoryStore } from "./memory.ts";
export type { Appended, AppendRequest, Details, Finished, Journal, JournalHooks, Operation } from "./port.ts";
export type { Query } from "./query.ts";
export { GENESIS, type JournalRecord, recordIn, type StoredRecord } from "./record.ts";
export { conditionOf, recordColumns, type SqlCondition } from "./selection.ts";
export type {
  Head,
  Lookup,
  Segment,
  Selection,
  SnapshotStore,
  Store,
  StreamInfo,
  Transaction,
  WantedIds,
} from "./store.ts";
export { type Verified, type VerifyOptions, verifyJournal } from "./verify.ts";
