/** Characters in a text that a person can't see and that a program may obey: they don't belong in a scenario. */
import { numberOf } from "../../problem/index.ts";
import type { TextProblem } from "../diagnostic.ts";

/** Control characters, line ends of other systems, and separators that only some readers take for line ends. */
const CONTROL = "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufeff]|\\r(?!\\n)";
/** Overrides and isolates of the direction of writing: they make a line look other than it reads. */
const DIRECTION = "[\\u202a-\\u202e\\u2066-\\u2069]";
const control = new RegExp(CONTROL);
const controlOrReturn = new RegExp(`${CONTROL}|\\r`);
const direction = new RegExp(DIRECTION);
/** Invisible letters that some programs obey, but for those of a flag. */
const TAGS = /(?<!\u{1f3f4}[\u{e0000}-\u{e007f}]{0,7})[\u{e0000}-\u{e007f}]+/gu;
/** Blanks that look like spaces and are none, where YAML needs spaces. */
const BLANK = "[\\u00a0\\u2000-\\u200b\\u202f\\u205f\\u3000]";
const STRUCTURAL = new RegExp(
  `^[ \\t]*(?:- +)*(?:${BLANK}[ \\t]*)+(?=- |["'\\w-]+:)|^[ \\t]*(?:- +)*["'\\w-]+:${BLANK}|^[ \\t]*-${BLANK}|[{[] *${BLANK}+ *(?=[\\w-]+:)`,
  "m",
);
/** Maximum number of hidden characters shown; a file with more has one cause for all. */
const MAX_SHOWN = 100;

/** The hidden characters that stand in a text as they are, one of each line: the first that is an error, else the first. */
export function findHidden(text: string): readonly TextProblem[] {
  const found: TextProblem[] = [];
  const search = new RegExp(`${CONTROL}|${DIRECTION}`, "g");
  for (let match = search.exec(text); match !== null && found.length < MAX_SHOWN; match = search.exec(text)) {
    const next = text.indexOf("\n", match.index);
    const rest = text.slice(match.index, next < 0 ? undefined : next + 1);
    const at = match.index + Math.max(0, rest.search(control));
    found.push(describeHidden(text.charAt(at), at, at + 1));
    if (next < 0) break;
    search.lastIndex = next;
  }
  return [...found, ...findTags(text), ...findBlank(text)];
}

/** Invisible tag characters that stand in a text as they are. */
export function findTags(text: string): readonly TextProblem[] {
  return [...text.matchAll(TAGS)].slice(0, MAX_SHOWN).map(({ index, 0: signs }) => ({
    from: index,
    to: index + signs.length,
    code: "hidden-character",
    message: `Invisible tag characters stand here, the first is ${numberOf(signs)}.`,
    expected: "text that looks as it reads",
  }));
}

/** The first blank that stands where YAML needs a space. */
function findBlank(text: string): readonly TextProblem[] {
  const match = STRUCTURAL.exec(text);
  if (match === null) return [];
  const from = match.index + match[0].search(new RegExp(BLANK));
  const [blanks = " "] = new RegExp(`${BLANK}+`).exec(text.slice(from)) ?? [];
  const name = blanks.startsWith("\u00a0") ? "A no-break space" : "A blank that is not a space";
  const message = `${name}, ${numberOf(blanks)}, stands where YAML needs a space.`;
  return [
    { from, to: from + blanks.length, code: "blank", message, expected: "spaces, in its place and everywhere like it" },
  ];
}

/** The hidden character that a quoted value has by an escape such as `\x1b`; undefined when there is none. */
export function findEscaped(value: string, from: number, to: number): TextProblem | undefined {
  const [found] = controlOrReturn.exec(value) ?? (value.isWellFormed() ? [] : ["\ud800"]);
  const character = found ?? direction.exec(value)?.[0];
  return character === undefined ? undefined : describeHidden(character, from, to);
}

/** A text with its hidden characters written otherwise. */
export function replaceHidden(text: string, write: (character: string) => string): string {
  return text
    .replace(new RegExp(`${CONTROL}|${DIRECTION}`, "g"), write)
    .replace(TAGS, (signs) => [...signs].map(write).join(""));
}

function describeHidden(character: string, from: number, to: number): TextProblem {
  const name = numberOf(character);
  const [severity, message] = direction.test(character)
    ? (["warning", `The invisible character ${name} changes the direction of writing here.`] as const)
    : (["error", `The control character ${name} stands here.`] as const);
  return { from, to, code: "hidden-character", severity, message, expected: "text that looks as it reads" };
}
