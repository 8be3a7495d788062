/** How a notebook calls an option: `{ runs: 0 }`. */
import type { InputLabel } from "../crisis/index.ts";
import { among, Problem, quoted } from "../problem/index.ts";

/** Options that a notebook calls otherwise than the questions do. */
const NAMES: Readonly<Record<string, string>> = { futures: "runs" };

/** The option of a function, as it was written. */
export function optionLabel(name: string): InputLabel {
  return (value) => `{ ${NAMES[name] ?? name}: ${typeof value === "number" ? value : quoted(value)} }`;
}

/**
 * Checks that a method knows all options that it is given.
 *
 * @throws Problem for one that is not, or for something that is no options
 */
export function optionsOf<O extends object>(options: O, known: readonly (keyof O & string)[]): O {
  if (typeof options !== "object" || options === null) {
    throw new Problem("bad-option", `${quoted(options)}: options are written in braces, such as { ${known[0]}: … }.`);
  }
  const strange = Object.keys(options).find((key) => !known.some((one) => one === key));
  if (strange === undefined) return options;
  throw new Problem("bad-option", `There is no option ${quoted(strange)} here.`, among(strange, known));
}
