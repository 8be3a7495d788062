/** Whole numbers given for options. */
import { Problem, visibleLine } from "../problem/index.ts";
import { type Call, textOption } from "./command.ts";

const SEED = 1;

/** The seed of chance: `--seed`, or 1. */
export function seedOption(options: Call["options"]): number {
  return wholeNumber(options, "seed", SEED, 0, 2 ** 32 - 1);
}

/**
 * A whole number given for an option.
 *
 * @throws Problem when it is none, or out of bounds
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
  throw new Problem("bad-option", `--${name} ${text}: expected a whole number from ${low} to ${high}.`);
}

/**
 * A time given for an option, in seconds: `3s`, `1.5s`, `10m` or `2h`.
 *
 * @throws Problem when it is none, or out of bounds
 */
export function secondsOption(
  options: Call["options"],
  name: string,
  otherwise: number,
  low: number,
  high: number,
): number {
  const text = textOption(options, name);
  if (text === undefined) return otherwise;
  const [, number = "", unit = ""] = /^(\d+(?:\.\d+)?)(s|m|h)$/.exec(text) ?? [];
  const seconds = Number(number) * (unit === "h" ? 3600 : unit === "m" ? 60 : 1);
  if (number !== "" && seconds >= low && seconds <= high) return seconds;
  throw new Problem(
    "bad-option",
    `--${name} ${visibleLine(text)}: expected a time from ${low}s to ${high}s, such as 30s, 5m or 1h.`,
  );
}
