/** Arguments of the library: what is no number or no word of those that are meant is refused, and never believed. */
import { among, quoted } from "./among.ts";
import { Problem } from "./problem.ts";

/**
 * A whole number that was given.
 *
 * @param name what it is called where it is given
 * @throws Problem `bad-option` when it is none, or out of bounds
 */
export function wholeArgument(name: string, value: number, low = 0, high: number = Number.MAX_SAFE_INTEGER): number {
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  const to = high === Number.MAX_SAFE_INTEGER ? "" : ` to ${high}`;
  throw new Problem("bad-option", `${name} ${shown(value)}: expected a whole number from ${low}${to}.`);
}

/**
 * A number that was given; infinity is one.
 *
 * @throws Problem `bad-option` when it is none
 */
export function numberArgument(name: string, value: number, low: number = Number.NEGATIVE_INFINITY): number {
  if (typeof value === "number" && value >= low) return value;
  const from = low === Number.NEGATIVE_INFINITY ? "" : ` from ${low}`;
  throw new Problem("bad-option", `${name} ${shown(value)}: expected a number${from}.`);
}

/**
 * A word that was given.
 *
 * @throws Problem when it is none of those known, with the nearest
 */
export function wordArgument<Word extends string>(
  name: string,
  word: Word,
  known: readonly Word[],
  code = "bad-option",
): Word {
  if (known.includes(word)) return word;
  throw new Problem(code, `There is no ${name} ${quoted(word)}.`, among(String(word), known));
}

function shown(value: unknown): string {
  return typeof value === "number" ? String(value) : quoted(value);
}
