/** A problem as a notebook shows it: a paragraph that says what was found, what was expected and what to try. */
import { nearest, Problem, type ProblemDetails, visibleLine } from "../problem/index.ts";

/** What the reader of a notebook can mend. */
export type MistakeCode =
  | "no-such-case"
  | "no-files-here"
  | "unreadable"
  | "bad-file"
  | "no-such-moment"
  | "no-such-event"
  | "no-such-key"
  | "no-such-act"
  | "no-such-method"
  | "no-such-actor"
  | "bad-event"
  | "no-such-what-if"
  | "bad-what-if"
  | "not-modelled"
  | "bad-number"
  | "interrupted"
  | "bad-prediction"
  | "nothing-to-predict";

/** A problem for the reader of a notebook, who is shown its paragraph: where in the library it was thrown says nothing. */
export function mistake(code: MistakeCode, sentence: string, details: ProblemDetails<undefined> = {}): Problem {
  const problem = new Problem(code, sentence, details);
  problem.name = "Démarche";
  problem.stack = `${problem.name}: ${problem.message}`;
  return problem;
}

/**
 * What to say of a word that is none of those known: the nearest of them, and all of them where they are few.
 *
 * @param known in the order in which they are listed
 */
export function among(
  word: string,
  known: readonly string[],
): Pick<ProblemDetails<undefined>, "expected" | "suggestion"> {
  const some = known.slice(0, MAX_LISTED).map(visibleLine).join(", ");
  return {
    suggestion: nearest(word, known),
    expected: `There is: ${some}${known.length > MAX_LISTED ? ", …" : ""}.`,
  };
}

const MAX_LISTED = 30;

/** A word as the reader wrote it, made safe to show. */
export function quoted(word: unknown): string {
  const text = typeof word === "string" ? word : (JSON.stringify(word) ?? String(word));
  return `"${visibleLine(text).slice(0, 200)}"`;
}
