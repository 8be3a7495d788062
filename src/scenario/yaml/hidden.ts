/** Characters in a text that a person can't see and that a program may obey: they don't belong in a scenario. */
import type { TextProblem } from "../diagnostic.ts";

/** Control characters, line ends of other systems, and separators that only some readers take for line ends. */
const CONTROL = "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufeff]|\\r(?!\\n)";
/** Overrides and isolates of the direction of writing: they make a line look other than it reads. */
const DIRECTION = "[\\u202a-\\u202e\\u2066-\\u2069]";
/** So many of either kind are shown; a file with more has one cause. */
const MOST = 100;

/** The hidden characters that stand in a text as they are, of each line the first of either kind. */
export function hiddenIn(text: string): readonly TextProblem[] {
  return [...firstOfLines(text, CONTROL), ...firstOfLines(text, DIRECTION)];
}

/** The hidden character that a quoted value has by an escape such as `\x1b`; undefined when there is none. */
export function hiddenBehind(value: string, from: number, to: number): TextProblem | undefined {
  const [character] = new RegExp(`${CONTROL}|\\r`).exec(value) ?? new RegExp(DIRECTION).exec(value) ?? [];
  if (!value.isWellFormed()) return hidden("\ud800", from, to);
  return character === undefined ? undefined : hidden(character, from, to);
}

function firstOfLines(text: string, characters: string): readonly TextProblem[] {
  const found: TextProblem[] = [];
  const search = new RegExp(characters, "g");
  for (let match = search.exec(text); match !== null && found.length < MOST; match = search.exec(text)) {
    found.push(hidden(match[0], match.index, match.index + 1));
    const next = text.indexOf("\n", match.index);
    if (next < 0) break;
    search.lastIndex = next;
  }
  return found;
}

function hidden(character: string, from: number, to: number): TextProblem {
  const direction = new RegExp(DIRECTION).test(character);
  const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return {
    from,
    to,
    code: "hidden-character",
    severity: direction ? "warning" : "error",
    message: direction
      ? `The invisible character ${name} changes the direction of writing here.`
      : `The control character ${name} stands here.`,
    expected: "text that looks as it reads",
  };
}
