/** A what-if as the lines of YAML that a file takes it in with. */

import { fields } from "../../events/index.ts";
import { frozen } from "../../problem/index.ts";
import { isRecord } from "../values.ts";
import { showValue } from "../wording.ts";
import { findEscaped } from "../yaml/hidden-characters.ts";
import { flow } from "./braces.ts";
import type { FileData } from "./file-form.ts";
import { yamlScalar } from "./scalar.ts";

/** A what-if that is to be written. */
export interface WrittenWhatIf {
  /** Why history might have gone so; a blank one is left out. */
  readonly because?: string | undefined;
  /** Each edit as a file holds it: `{ drop: "reprisal" }`. */
  readonly edits: readonly FileData[];
  /** The policy for later events. */
  readonly then: string;
  /** Names of contracts of the file that it is meant to break. */
  readonly breaks?: readonly string[];
}

/** The lines of an entry of `what-if`, and the value that they stand for. */
export interface WhatIfEntry {
  readonly lines: readonly string[];
  readonly value: Readonly<Record<string, unknown>>;
}

/**
 * The lines of a what-if without the indentation that it gets in a file, or why there can be none.
 * Whether its ids, acts and dates are right is found where the whole file is read.
 *
 * @param step spaces by which each level stands deeper than the one above
 * @example
 * ```ts
 * import { whatIfEntry } from "demarche";
 * whatIfEntry("calm", { edits: [{ drop: "strike" }], then: "prune" }).lines;
 * // => ["calm:", "  edit:", "    - { drop: strike }", "  then: prune"]
 * ```
 */
export function whatIfEntry(
  name: string,
  { because = "", edits, then, breaks = [] }: WrittenWhatIf,
  step = 2,
): WhatIfEntry | Refusal {
  if (!fields.id.safeParse(name).success) {
    return refuse("bad-name", `"${showValue(name)}" can't name a what-if. Use small letters, digits and hyphens.`);
  }
  const hidden = [because, then].find(isUnwritable);
  if (hidden !== undefined) {
    return refuse("bad-text", `"${showValue(hidden)}" holds a character that can't be seen. Type the text anew.`);
  }
  const wrong = edits.findIndex((edit) => !isRecord(edit) || !isWritable(edit));
  if (wrong >= 0) {
    return refuse("bad-edit", `Edit ${wrong + 1} can't be written: it is no plain mapping. Write it as { drop: ID }.`);
  }
  if (edits.length === 0) return refuse("bad-edit", "A what-if needs at least one edit. Write one as { drop: ID }.");
  const reason = because.trim();
  const indent = " ".repeat(step);
  return {
    lines: [
      `${yamlScalar(name)}:`,
      ...(reason === "" ? [] : [`${indent}because: ${yamlScalar(reason, "block")}`]),
      `${indent}edit:`,
      ...edits.map((edit) => `${indent}${indent}- ${flow(edit)}`),
      `${indent}then: ${yamlScalar(then, "block")}`,
      ...(breaks.length === 0 ? [] : [`${indent}breaks: [${breaks.map((one) => yamlScalar(one)).join(", ")}]`]),
    ],
    value: {
      ...(reason === "" ? {} : { because: reason }),
      edit: [...edits],
      then,
      ...(breaks.length === 0 ? {} : { breaks: [...breaks] }),
    },
  };
}

/** Whether YAML can carry a value, and a scenario may hold its text. */
function isWritable(value: unknown): boolean {
  if (typeof value === "string") return !isUnwritable(value);
  // Readers of YAML disagree on exponents, and negative zero is lost.
  if (typeof value === "number") return !Object.is(value, -0) && /^-?\d+(?:\.\d+)?$/.test(String(value));
  if (Array.isArray(value)) return value.every(isWritable);
  if (isRecord(value)) return Object.entries(value).every(([key, item]) => isWritable(key) && isWritable(item));
  return typeof value === "boolean" || value === null;
}

/** Characters that no scenario may hold, and the sign for bytes that are no text. */
function isUnwritable(text: string): boolean {
  const hidden = findEscaped(text, 0, 1);
  return (hidden !== undefined && hidden.severity !== "warning") || text.includes("\ufffd");
}

export function refuse(code: Refusal["code"], message: string): Refusal {
  return { code, message };
}

/**
 * The first of `name`, `name-2`, `name-3`, … that is not taken.
 *
 * @example
 * ```ts
 * import { freeName } from "demarche";
 * freeName("tried", (name) => name === "tried"); // => "tried-2"
 * ```
 */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  let free = name;
  for (let k = 2; isTaken(free); k++) free = `${name}-${k}`;
  return free;
}

/** Every code of a refusal, with what it means. Codes never change their meaning. */
export const refusalCodes = {
  "file-unreadable": "The file has mistakes, so that it is unclear where the what-if would go.",
  "file-in-braces": "The whole file is one mapping in braces.",
  "what-if-in-braces": "The file's what-ifs are not written one below the other.",
  "name-taken": "The file has a what-if of this name.",
  "bad-name": "The name is no identifier.",
  "bad-text": "The reason or the policy holds characters that can't be seen.",
  "bad-edit": "An edit is no mapping, or there is none.",
  "reads-otherwise": "With the lines added the file would say something else than it should.",
} as const;
frozen(refusalCodes);

/** A refusal. Nothing was changed. */
export interface Refusal {
  readonly code: keyof typeof refusalCodes;
  /** What is the matter and what to do, for a person. */
  readonly message: string;
}
