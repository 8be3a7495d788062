/** Numbers that a reader gives, within bounds that a notebook can wait for. */
import { Problem, quoted } from "../../problem/index.ts";

/**
 * A whole number that was given, or what it is otherwise.
 *
 * @throws Problem when it is none, or out of bounds
 */
export function wholeNumber(
  name: string,
  value: number | undefined,
  otherwise: number,
  low: number,
  high: number,
): number {
  const number: unknown = value ?? otherwise;
  if (typeof number === "number" && Number.isInteger(number) && number >= low && number <= high) return number;
  const said = typeof number === "number" ? String(number) : quoted(number);
  throw new Problem("bad-number", `${name}: ${said} is no whole number from ${low} to ${high.toLocaleString("en")}.`);
}

/** So many futures at most are run from a notebook; the command line runs more. */
export const MOST_RUNS = 1_000_000;

/** The largest seed. */
export const MOST_SEED: number = 2 ** 32 - 1;
