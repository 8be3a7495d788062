/** The one error of a notebook: a paragraph that says what was found, what was expected and what to try. */
import { nearest, visibleLine } from "../scenario/index.ts";

/** The kinds of errors. A kind never changes its meaning. */
export type NotebookErrorCode =
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

/** Thrown for what the reader of a notebook can mend. A notebook and a console show its paragraph and no stack. */
export class NotebookError extends Error {
  declare readonly code: NotebookErrorCode;

  constructor(code: NotebookErrorCode, message: string) {
    super(message);
    this.name = "Démarche";
    // Beside the paragraph, and not shown with it.
    Object.defineProperty(this, "code", { value: code, enumerable: false });
    // Where in the library it was thrown says nothing to who has mistyped a word.
    this.stack = `${this.name}: ${message}`;
  }
}

/**
 * What to say of a word that is none of those known: the nearest of them, and all of them where they are few.
 *
 * @param known in the order in which they are listed
 */
export function amongText(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  const hint = near === undefined ? "" : ` Did you mean ${near}?`;
  const some = known.slice(0, MOST).map(visibleLine).join(", ");
  return `${hint} There is: ${some}${known.length > MOST ? ", …" : ""}.`;
}

const MOST = 30;

/** A word as the reader wrote it, made safe to show. */
export function quoted(word: unknown): string {
  const text = typeof word === "string" ? word : (JSON.stringify(word) ?? String(word));
  return `"${visibleLine(text).slice(0, 200)}"`;
}
