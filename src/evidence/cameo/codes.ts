/** CAMEO's 311 codes, each with what it means. */
import { nearest } from "../../problem/index.ts";
import { conflict } from "./conflict.ts";
import { cooperation } from "./cooperation.ts";
import type { Meaning } from "./meaning.ts";

/** The table: what a code means, by the code. */
export const cameoCodes: Readonly<Record<string, Meaning>> = { ...cooperation, ...conflict };

/** The meaning of a code; with a nought in front where somebody's program has taken it for a number. */
export function meaningOf(code: string): Meaning | undefined {
  return Object.hasOwn(cameoCodes, code) ? cameoCodes[code] : cameoCodes[`0${code}`];
}

/** The code of a label, however it is written; undefined where no label is near it. */
export function codeOfLabel(label: string): string | undefined {
  const plain = plainLabel(label);
  return byLabel.get(plain) ?? byLabel.get(nearest(plain, [...byLabel.keys()]) ?? "");
}

/** Of codes with one label the finest, such as 040 of 04. */
const byLabel = new Map(Object.entries(cameoCodes).map(([code, { label }]) => [plainLabel(label), code] as const));

function plainLabel(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, " ")
    .replace(" not specified below", "")
    .trim();
}
