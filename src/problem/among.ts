/** A word that is none of those known: the nearest of them, and all of them where they are few. */
import { nearest } from "./nearest.ts";
import type { ProblemDetails } from "./problem.ts";
import { visibleLine } from "./visible.ts";

const MAX_LISTED = 30;

/**
 * What a problem says of a word that is none of those known.
 *
 * @param known in the order in which they are listed
 * @param heading what the list is introduced with
 */
export function among(
  word: string,
  known: readonly string[],
  heading = "There is",
): Pick<ProblemDetails<undefined>, "expected" | "suggestion"> {
  const some = known.slice(0, MAX_LISTED).map(visibleLine).join(", ");
  const more = known.length > MAX_LISTED ? ", …" : "";
  return { suggestion: nearest(word, known), expected: `${heading}: ${some}${more}.` };
}

/** A word as it was written, in quotes and safe to show. */
export function quoted(word: unknown): string {
  const text = typeof word === "string" ? word : (JSON.stringify(word) ?? String(word));
  return `"${visibleLine(text).slice(0, 200)}"`;
}

/** A scalar as text. Anything else has none: what a file or a caller gives may have a `toString` that is no function. */
export function scalarText(value: unknown): string {
  return typeof value === "object" || typeof value === "function" ? "" : String(value);
}
