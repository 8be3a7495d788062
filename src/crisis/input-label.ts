/** How a door writes an input, so that a problem can name it as its reader typed it. */
import { didYouMean, type ProblemDetails, quoted, scalarText, visibleLine } from "../problem/index.ts";

/** From a value to what was typed: `--until 2024-01-17` on the command line, `until("2024-01-17")` in a notebook. */
export type InputLabel = (value: unknown) => string;

/** As an option of the command line. */
export function option(name: string): InputLabel {
  return (value) => `--${name} ${visibleLine(scalarText(value))}`;
}

/** As the argument of a function. */
export function argument(name: string): InputLabel {
  return (value) => `${name}(${typeof value === "string" ? quoted(value) : scalarText(value)})`;
}

/** The end of a problem's message: what was expected, and the nearest valid word. */
export function mendText({ expected, suggestion }: Pick<ProblemDetails<unknown>, "expected" | "suggestion">): string {
  return `${expected === undefined ? "" : ` Expected: ${expected}.`}${didYouMean(suggestion)}`;
}
