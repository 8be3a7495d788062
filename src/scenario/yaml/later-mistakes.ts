/** Finds the mistakes after the first: reads the text again with the first one mended as its message says. */
import type { TextProblem } from "../diagnostic.ts";
import { lineAt, lineNumber } from "./lines.ts";

/** Maximum number of syntax mistakes reported after the first. */
const MAX_MISTAKES = 8;
/** Maximum length of a text that is read again, in characters. */
const MAX_LENGTH = 300_000;

/**
 * The mistakes behind the first, each with its place in the text as it is written.
 *
 * @param first the first mistake, if it says how it is mended
 * @param firstIn what stops another text from being read
 */
export function findLaterMistakes(
  text: string,
  first: TextProblem,
  firstIn: (text: string) => TextProblem | undefined,
): readonly TextProblem[] {
  const found: TextProblem[] = [];
  let [mended, shift, last]: [string, number, TextProblem] = [text, 0, first];
  while (found.length < MAX_MISTAKES && text.length <= MAX_LENGTH) {
    const mend = mendOf(mended, last);
    if (mend === undefined) break;
    const line = lineNumber(mended, last.from);
    mended = mended.slice(0, mend.from) + mend.by + mended.slice(mend.to);
    shift += mend.by.length - (mend.to - mend.from);
    const next = firstIn(mended);
    // A mistake in the same line may come of the mending.
    if (next === undefined || lineNumber(mended, next.from) <= line) break;
    found.push({ ...next, from: next.from - shift, to: next.to - shift });
    last = next;
  }
  return found;
}

/** The replacement that lets the rest of the text be read. */
function mendOf(text: string, { code, from, to, suggestion }: TextProblem) {
  if (code === "tab") {
    const line = lineAt(text, from);
    const above = line.from === 0 ? line : lineAt(text, line.from - 1);
    return { from: line.from, to: line.from + line.indent.length, by: above.indent };
  }
  return suggestion === undefined ? undefined : { from, to, by: suggestion };
}
