/** A what-if as the lines of YAML that a file takes it in with. */
import { fields } from "../../events/index.ts";
import { say } from "../wording.ts";
import { hiddenBehind } from "../yaml/hidden.ts";
import { flow, readBraces } from "./braces.ts";
import type { Refusal } from "./refusal.ts";
import { yamlScalar } from "./scalar.ts";

/** A what-if that is to be written. */
export interface WrittenWhatIf {
  /** Why history might have gone so; a blank one is left out. */
  readonly because?: string | undefined;
  /** Each edit as YAML in braces: `{ drop: reprisal }`. */
  readonly edits: readonly string[];
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
 * whatIfEntry("calm", { edits: ["{ drop: strike }"], then: "prune" }).lines;
 * // => ["calm:", "  edit:", "    - { drop: strike }", "  then: prune"]
 * ```
 */
export function whatIfEntry(
  name: string,
  { because = "", edits, then, breaks = [] }: WrittenWhatIf,
  step = 2,
): WhatIfEntry | Refusal {
  if (!fields.id.safeParse(name).success) {
    return refuse("bad-name", `"${say(name)}" can't name a what-if. Use small letters, digits and hyphens.`);
  }
  const hidden = [because, then].find(isUnwritable);
  if (hidden !== undefined) {
    return refuse("bad-text", `"${say(hidden)}" holds a character that can't be seen. Type the text anew.`);
  }
  const read: Readonly<Record<string, unknown>>[] = [];
  for (const [k, edit] of edits.entries()) {
    const braces = readBraces(edit);
    if ("problem" in braces) {
      return refuse("bad-edit", `Edit ${k + 1} can't be written: ${braces.problem} Write it as { drop: ID }.`);
    }
    read.push(braces.value);
  }
  if (read.length === 0) return refuse("bad-edit", "A what-if needs at least one edit. Write one as { drop: ID }.");
  const reason = because.trim();
  const indent = " ".repeat(step);
  return {
    lines: [
      `${yamlScalar(name)}:`,
      ...(reason === "" ? [] : [`${indent}because: ${yamlScalar(reason, "block")}`]),
      `${indent}edit:`,
      ...read.map((edit) => `${indent}${indent}- ${flow(edit)}`),
      `${indent}then: ${yamlScalar(then, "block")}`,
      ...(breaks.length === 0 ? [] : [`${indent}breaks: [${breaks.map((one) => yamlScalar(one)).join(", ")}]`]),
    ],
    value: {
      ...(reason === "" ? {} : { because: reason }),
      edit: read,
      then,
      ...(breaks.length === 0 ? {} : { breaks: [...breaks] }),
    },
  };
}

/** Characters that no scenario may hold, and the sign for bytes that are no text. */
function isUnwritable(text: string): boolean {
  const hidden = hiddenBehind(text, 0, 1);
  return (hidden !== undefined && hidden.severity !== "warning") || text.includes("\ufffd");
}

function refuse(code: Refusal["code"], message: string): Refusal {
  return { code, message };
}
