/** What can go wrong with a journal: the problems that carry more than their sentence. */
import { isProblem, Problem } from "../problem/index.ts";

/** The codes of what can go wrong with a journal. */
export type JournalProblemCode =
  | "conflict"
  | "id-clash"
  | "invalid-entry"
  | "unknown-event"
  | "unknown-stream"
  | "stream-exists"
  | "corrupt"
  | "newer-format"
  | "not-a-journal"
  | "read-only"
  | "full"
  | "busy"
  | "unreachable"
  | "closed"
  | "unreadable";

/** What a `conflict` carries. */
export interface VersionConflict {
  readonly stream: string;
  readonly expected: Expected;
  /** The version that the stream has. */
  readonly found: number;
}

/** `conflict`: a stream is not as the writer expected it, since another writer was faster. Nothing was appended. */
export function conflict(stream: string, expected: Expected, found: number): Problem<VersionConflict> {
  const wanted = typeof expected === "number" ? `at version ${expected}` : expected === "none" ? "empty" : "begun";
  const has = found === 0 ? "it is empty" : `it is at version ${found}`;
  const sentence = `${stream} was expected to be ${wanted}, and ${has}. Nothing was appended.`;
  return new Problem("conflict", sentence, { data: { stream, expected, found } });
}

/** Whether a stream was not as a writer expected it. */
export function isConflict(error: unknown): error is Problem<VersionConflict> {
  return isProblem(error, "conflict") && error.data !== undefined;
}

/** What an `id-clash` carries. */
export interface IdClash {
  readonly stream: string;
  readonly id: string;
  /** Where what has the id stands; undefined when it stands in the same call. */
  readonly position: number | undefined;
}

/** `id-clash`: an id is taken by something else. Nothing was appended. */
export function idClash(stream: string, id: string, position?: number): Problem<IdClash> {
  const where = position === undefined ? "twice in one call" : `at position ${position}`;
  const sentence = `The id ${id} stands ${where} in ${stream} with another content. Nothing was appended. To mend a fact, append a correction.`;
  return new Problem("id-clash", sentence, { data: { stream, id, position } });
}

/** What is wrong with a journal, and where. */
export interface JournalFault {
  readonly position: number;
  readonly problem: string;
}

/** What is wrong with one record: what `corrupt` carries where it is known which. */
export type CorruptRecord = JournalFault;

/** `corrupt`: a record is not what it must be: changed, missing, out of order, or no record at all. */
export function corrupt(position: number, problem: string): Problem<CorruptRecord> {
  return new Problem("corrupt", `Position ${position}: ${problem}`, { data: { position, problem } });
}

/** Whether a record is not what it must be, and it is known which. */
export function isCorruptRecord(error: unknown): error is Problem<CorruptRecord> {
  return isProblem(error, "corrupt") && error.data !== undefined;
}

/** How a stream must be for an append: at this version, without entries, with some, or as it may be. */
export type Expected = number | "none" | "exists" | "any";

/** Whether a stream at a version is as expected. */
export function isAsExpected(version: number, expected: Expected): boolean {
  if (expected === "any") return true;
  if (expected === "none") return version === 0;
  return expected === "exists" ? version > 0 : version === expected;
}
