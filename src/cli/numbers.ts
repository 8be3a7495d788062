/** Whole numbers given for options. */
import { type Call, textOption } from "./command.ts";
import { UsageError } from "./exit.ts";

const SEED = 1;

/** The seed of chance: `--seed`, or 1. */
export function seedOption(options: Call["options"]): number {
  return wholeNumber(options, "seed", SEED, 0, 2 ** 32 - 1);
}

/**
 * A whole number given for an option.
 *
 * @throws UsageError when it is none, or out of bounds
 */
export function wholeNumber(
  options: Call["options"],
  name: string,
  otherwise: number,
  low: number,
  high: number,
): number {
  const text = textOption(options, name);
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= low && value <= high && text.trim() !== "") return value;
  throw new UsageError(`--${name} ${text}: expected a whole number from ${low} to ${high}.`);
}
