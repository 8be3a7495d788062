/** Characters in a text that a person can't see and that a program may obey: they don't belong in a scenario. */
import type { TextProblem } from "../diagnostic.ts";

/** Control characters, line ends of other systems, and separators that only some readers take for line ends. */
const CONTROL = "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufeff]|\\r(?!\\n)";
/** Overrides and isolates of the direction of writing: they make a line look other than it reads. */
const DIRECTION = "[\\u202a-\\u202e\\u2066-\\u2069]";
const control = new RegExp(CONTROL);
const controlOrReturn = new RegExp(`${CONTROL}|\\r`);
const direction = new RegExp(DIRECTION);
/** So many are shown; a file with more has one cause. */
const MOST = 100;

/** The hidden characters that stand in a text as they are, one of each line: the first that is an error, else the first. */
export function hiddenIn(text: string): readonly TextProblem[] {
  const found: TextProblem[] = [];
  const search = new RegExp(`${CONTROL}|${DIRECTION}`, "g");
  for (let match = search.exec(text); match !== null && found.length < MOST; match = search.exec(text)) {
    const next = text.indexOf("\n", match.index);
    const rest = text.slice(match.index, next < 0 ? undefined : next + 1);
    const at = match.index + Math.max(0, rest.search(control));
    found.push(hidden(text.charAt(at), at, at + 1));
    if (next < 0) break;
    search.lastIndex = next;
  }
  return found;
}

/** The hidden character that a quoted value has by an escape such as `\x1b`; undefined when there is none. */
export function hiddenBehind(value: string, from: number, to: number): TextProblem | undefined {
  const [found] = controlOrReturn.exec(value) ?? (value.isWellFormed() ? [] : ["\ud800"]);
  const character = found ?? direction.exec(value)?.[0];
  return character === undefined ? undefined : hidden(character, from, to);
}

function hidden(character: string, from: number, to: number): TextProblem {
  const turns = direction.test(character);
  const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return {
    from,
    to,
    code: "hidden-character",
    severity: turns ? "warning" : "error",
    message: turns
      ? `The invisible character ${name} changes the direction of writing here.`
      : `The control character ${name} stands here.`,
    expected: "text that looks as it reads",
  };
}
