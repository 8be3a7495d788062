/** CAMEO's 311 codes, each with what it means. */
import { conflict } from "./conflict.ts";
import { cooperation } from "./cooperation.ts";
import type { Meaning } from "./meaning.ts";

export const cameoCodes: Readonly<Record<string, Meaning>> = { ...cooperation, ...conflict };

/** The meaning of a code; also of one that lost its leading zero in a program that took it for a number. */
export function meaningOf(code: string): Meaning | undefined {
  return Object.hasOwn(cameoCodes, code) ? cameoCodes[code] : cameoCodes[`0${code}`];
}

/** The code of a label, in the words of the code book or in those of ICEWS; undefined where it is no label. */
export function codeOfLabel(label: string): string | undefined {
  const plain = plainLabel(label);
  return byLabel.get(plain) ?? (Object.hasOwn(ICEWS, plain) ? ICEWS[plain] : undefined);
}

/** Of codes with one label the finest, such as 040 of 04. */
const byLabel = new Map(Object.entries(cameoCodes).map(([code, { label }]) => [plainLabel(label), code] as const));

/** What ICEWS calls otherwise, without its signs. A label that is almost another can mean the opposite: none is guessed. */
const ICEWS: Readonly<Record<string, string>> = {
  "make an appeal or request": "020",
  "appeal to engage in or accept mediation": "028",
  "express intent to engage in material cooperation": "031",
  "express intent to institute political reform": "034",
  "express intent to ease economic sanctions boycott or embargo": "0354",
  mediate: "045",
  "demand material aid": "103",
  "reject judicial cooperation": "121",
  "reject proposal to meet discuss or negotiate": "125",
  "threaten with sanctions boycott embargo": "1312",
  "threaten with repression": "137",
  "obstruct passage to demand leadership change": "1441",
  "reduce or stop material aid": "162",
  "impose restrictions on political freedoms": "1721",
  "use tactics of violent repression": "175",
  "abduct hijack or take hostage": "181",
};

function plainLabel(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, " ")
    .replace(" not specified below", "")
    .replace(/^refuse to /, "decline to ")
    .replace(/^reject request for /, "reject demand for ")
    .trim();
}
