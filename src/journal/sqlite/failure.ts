/** What SQLite's errors mean for a journal. */
import { Problem } from "../../problem/index.ts";
import type { JournalProblemCode } from "../errors.ts";

/** SQLite's result codes that a user can do something about. */
const meanings: Readonly<Record<number, readonly [JournalProblemCode, string]>> = {
  3: ["read-only", "nobody may do that to it"],
  5: ["busy", "others kept writing to it all the time; try again"],
  6: ["busy", "others kept writing to it all the time; try again"],
  8: ["read-only", "it can only be read"],
  10: ["full", "the disk could not be read or written"],
  11: ["corrupt", "the file is damaged. Restore it from a backup"],
  13: ["full", "the disk is full"],
  14: ["unreachable", "it can't be opened"],
  26: ["not-a-journal", "it is no SQLite file"],
};

/** A write-ahead log is read through files beside it, which can't be made: SQLITE_READONLY_RECOVERY, _CANTINIT, _DIRECTORY. */
const NEEDS_FOLDER: ReadonlySet<number> = new Set([264, 1288, 1544]);

/**
 * An error of SQLite as one of ours; any other as it is.
 *
 * @param appending whether something was to be appended, and so was not
 */
export function failureOf(error: unknown, path: string, appending = false): unknown {
  if (!(error instanceof Error)) return error;
  const describe = (kind: JournalProblemCode, what: string) => new Problem(kind, `${path}${what}.`, { cause: error });
  if ("code" in error && error.code === "ERR_OUT_OF_RANGE") {
    return describe("corrupt", ": a number in it can be none of a record's. Restore it from a backup");
  }
  if ("code" in error && error.code === "ERR_INVALID_STATE") return describe("closed", " was closed");
  const code = codeOf(error);
  if (code === undefined) return error;
  // A constraint breaks only where the file was changed by other means.
  if ((code & 0xff) === 19) return describe("corrupt", `: ${error.message}`);
  if (NEEDS_FOLDER.has(code)) {
    const what = "its folder can only be read, and SQLite writes beside a journal also to read it. Copy it to another";
    return describe("read-only", `: ${what}`);
  }
  const [kind, what] = meanings[code & 0xff] ?? (["corrupt", error.message] as const);
  return describe(kind, `: ${what}${appending ? ". Nothing was appended" : ""}`);
}

export function isBusy(error: unknown): boolean {
  return isOf(error, 5) || isOf(error, 6);
}

export function isFull(error: unknown): boolean {
  return isOf(error, 13);
}

function isOf(error: unknown, primary: number): boolean {
  return ((codeOf(error) ?? 0) & 0xff) === primary;
}

function codeOf(error: unknown): number | undefined {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode : undefined;
}
