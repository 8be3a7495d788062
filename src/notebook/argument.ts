/** How a notebook calls an option: `{ runs: 0 }`. */
import type { Asked } from "../crisis/index.ts";
import { quoted } from "../problem/index.ts";

/** Options that a notebook calls otherwise than the questions do. */
const NAMES: Readonly<Record<string, string>> = { futures: "runs" };

/** The option of a function, as it was written. */
export function argumentNamed(name: string): Asked {
  return (value) => `{ ${NAMES[name] ?? name}: ${typeof value === "number" ? value : quoted(value)} }`;
}
