/** What can go wrong with a journal: every error has a code to decide by and a sentence to show. */
import type { Expected } from "./expected.ts";

/** What an error of a journal is about. */
export type JournalErrorCode =
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

/** An error of a journal. */
export class JournalError extends Error {
  readonly code: JournalErrorCode;

  constructor(code: JournalErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** Thrown when a stream is not as the writer expected it: somebody else has written. Nothing was appended. */
export class ConflictError extends JournalError {
  readonly stream: string;
  readonly expected: Expected;
  /** The version that the stream has. */
  readonly found: number;

  constructor(stream: string, expected: Expected, found: number) {
    const wanted = typeof expected === "number" ? `at version ${expected}` : expected === "none" ? "empty" : "begun";
    const has = found === 0 ? "it is empty" : `it is at version ${found}`;
    super("conflict", `${stream} was expected to be ${wanted}, and ${has}. Nothing was appended.`);
    this.stream = stream;
    this.expected = expected;
    this.found = found;
  }
}

/** Thrown when an id is taken by something else. Nothing was appended. */
export class IdClashError extends JournalError {
  readonly stream: string;
  readonly id: string;
  /** Where what has the id stands; undefined when it stands in the same call. */
  readonly position: number | undefined;

  constructor(stream: string, id: string, position?: number) {
    const where = position === undefined ? "twice in one call" : `at position ${position}`;
    super(
      "id-clash",
      `The id ${id} stands ${where} in ${stream} with another content. Nothing was appended. To mend a fact, append a correction.`,
    );
    this.stream = stream;
    this.id = id;
    this.position = position;
  }
}

/** Thrown when a record is not what it must be: changed, missing, out of order, or no record at all. */
export class CorruptError extends JournalError {
  readonly position: number;
  /** What is wrong with it. */
  readonly problem: string;

  constructor(position: number, problem: string) {
    super("corrupt", `Position ${position}: ${problem}`);
    this.position = position;
    this.problem = problem;
  }
}
