/** Numbers given for options. */
import type * as z from "zod/mini";
import { option, settingsFrom } from "../crisis/index.ts";
import { visibleLine } from "../problem/index.ts";
import { badOption, type Call, textOption } from "./command.ts";

/**
 * The settings of a question, from the options as typed and its defaults.
 *
 * @throws Problem for the first invalid one, with what was expected
 */
export function settingsIn<S extends z.ZodMiniObject>({ options }: Pick<Call, "options">, schema: S): z.output<S> {
  const typed = Object.keys(schema.shape).flatMap((name) => {
    const text = textOption(options, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  const values = typed.map(([name, text]) => [
    name,
    text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text),
  ]);
  const texts = Object.fromEntries(typed);
  return settingsFrom(schema, Object.fromEntries(values), (name) => () => option(name)(texts[name]));
}

/** A whole number given for an option. @throws Problem when it is invalid or out of bounds */
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
  throw badOption(`--${name} ${text}: expected a whole number from ${low} to ${high}.`);
}

/**
 * A time given for an option, in seconds: `3s`, `1.5s`, `10m` or `2h`.
 *
 * @throws Problem when it is invalid or out of bounds
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
  throw badOption(`--${name} ${visibleLine(text)}: expected a time from ${low}s to ${high}s, such as 30s, 5m or 1h.`);
}
