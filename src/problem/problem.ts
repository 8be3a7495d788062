/** The one error of the library: what was found, what was expected, the nearest valid word, and where. */

/** A place in a file, or in a text. Lines and columns count from 1. */
export interface ProblemPlace {
  readonly file?: string;
  readonly line: number;
  readonly column: number;
}

/** What a problem may say beside its sentence. */
export interface ProblemDetails<Data> {
  /** A sentence that says what was expected, or what there is. */
  readonly expected?: string | undefined;
  /** The nearest valid word. */
  readonly suggestion?: string | undefined;
  readonly place?: ProblemPlace | undefined;
  /** What belongs to it for a program that mends it, by code: the version that a stream has, the faults of an edit. */
  readonly data?: Data;
  readonly cause?: unknown;
}

/**
 * Thrown for whatever its reader can mend; anything else that is thrown is a defect of ours. Its message holds all that
 * there is to say. A door turns it into an exit code, a card under a cell, or a status of HTTP, by its code.
 *
 * @example
 * ```ts
 * import { Problem } from "demarche";
 * const problem = new Problem("no-such-act", 'There is no act "expell".', { suggestion: "expel-diplomats" });
 * console.log(problem.message); // There is no act "expell". Did you mean expel-diplomats?
 * ```
 */
export class Problem<Data = unknown> extends Error {
  /** What it is about, in kebab case; a code never changes its meaning. */
  declare readonly code: string;
  /** What was found. */
  declare readonly sentence: string;
  declare readonly expected: string | undefined;
  declare readonly suggestion: string | undefined;
  declare readonly place: ProblemPlace | undefined;
  declare readonly data: Data;

  constructor(code: string, sentence: string, details: ProblemDetails<Data> = {}) {
    const { expected, suggestion, place, data, cause } = details;
    const gap = expected === undefined || expected.startsWith("\n") ? "" : " ";
    super(`${sentence}${didYouMean(suggestion)}${gap}${expected ?? ""}`, cause === undefined ? {} : { cause });
    this.name = "Problem";
    // Not enumerable: a console that shows the message has said it all.
    const parts = { code, sentence, expected, suggestion, place, data };
    for (const [name, value] of Object.entries(parts)) Object.defineProperty(this, name, { value });
  }
}

/** ` Did you mean X?`, or nothing. */
export function didYouMean(word: string | undefined): string {
  return word === undefined ? "" : ` Did you mean ${word}?`;
}

/** Whether something that was thrown is a problem; with codes, one of these. */
export function isProblem(error: unknown, ...codes: readonly string[]): error is Problem {
  return error instanceof Problem && (codes.length === 0 || codes.includes(error.code));
}

/** What is made; undefined where it is refused with a problem of this code. */
export function unlessRefused<T>(code: string, make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (isProblem(error, code)) return undefined;
    throw error;
  }
}
