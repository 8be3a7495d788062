/** How a notebook calls an option: `{ runs: 0 }`. */
import type { Asked } from "../crisis/index.ts";
import { among, Problem, quoted } from "../problem/index.ts";

/** Options that a notebook calls otherwise than the questions do. */
const NAMES: Readonly<Record<string, string>> = { futures: "runs" };

/** The option of a function, as it was written. */
export function argumentNamed(name: string): Asked {
  return (value) => `{ ${NAMES[name] ?? name}: ${typeof value === "number" ? value : quoted(value)} }`;
}

/**
 * Options of a method that are all known.
 *
 * @throws Problem for one that is not, or for something that is no options
 */
export function optionsOf<O extends object>(given: O, known: readonly (keyof O & string)[]): O {
  if (typeof given !== "object" || given === null) {
    throw new Problem("bad-option", `${quoted(given)}: options are written in braces, such as { ${known[0]}: … }.`);
  }
  const strange = Object.keys(given).find((key) => !known.some((one) => one === key));
  if (strange === undefined) return given;
  throw new Problem("bad-option", `There is no option ${quoted(strange)} here.`, among(strange, known));
}
