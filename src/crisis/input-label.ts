/** How a door calls what it was asked, so that a problem can name it as its reader typed it. */
import { didYouMean, type ProblemDetails, quoted, visibleLine } from "../problem/index.ts";

/** From a value to what was typed: `--until 2024-01-17` on the command line, `until("2024-01-17")` in a notebook. */
export type Asked = (value: unknown) => string;

/** As an option of the command line. */
export function option(name: string): Asked {
  return (value) => `--${name} ${visibleLine(String(value))}`;
}

/** As the argument of a function. */
export function argument(name: string): Asked {
  return (value) => `${name}(${typeof value === "string" ? quoted(value) : String(value)})`;
}

/** What follows on a mistake that is told: what was expected, and the nearest valid word. */
export function mendText({ expected, suggestion }: Pick<ProblemDetails<unknown>, "expected" | "suggestion">): string {
  return `${expected === undefined ? "" : ` Expected: ${expected}.`}${didYouMean(suggestion)}`;
}
