/** Marking a problem: a remark on a line of a lesson. */
import type { Remark } from "../views/index.ts";
import type { LessonCode } from "./codes.ts";

/** What is said of a place, before the file is known. */
export interface Mark {
  readonly code: LessonCode;
  /** From 1. */
  readonly line: number;
  /** From 1; the line's beginning by default. */
  readonly column?: number;
  /** How many characters are marked; one by default. */
  readonly length?: number;
  readonly message: string;
  readonly expected?: string;
  readonly suggestion?: string | undefined;
}

/** Marks as remarks on a file. */
export function remarksOf(marks: readonly Mark[], file: string): readonly Remark[] {
  return marks.map(({ code, line, column = 1, length = 1, message, expected, suggestion }) => ({
    code,
    severity: "error",
    message,
    file,
    path: "",
    line,
    column,
    endLine: line,
    endColumn: column + length,
    ...(expected === undefined ? {} : { expected }),
    ...(suggestion === undefined ? {} : { suggestion }),
  }));
}
