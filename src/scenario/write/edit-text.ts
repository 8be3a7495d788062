/** The short language of `--edit`: `drop reprisal`, `move call to 2024-01-17 before bar`, as the value that a file would hold. */
import type { Edit } from "../../history/index.ts";
import { nearest } from "../../problem/index.ts";
import { dropUndefined } from "../values.ts";
import { showValue } from "../wording.ts";
import { findEscaped, findTags } from "../yaml/hidden-characters.ts";
import { flow, readBraces } from "./braces.ts";
import { type FileData, fileForm } from "./file-form.ts";

/** One edit as the value that a file would hold, or what is wrong with its text, the form expected and the nearest valid verb. */
export type EditReading =
  | { readonly edit: FileData }
  | { readonly problem: string; readonly expected: string; readonly suggestion?: string };

interface Form {
  /** How a person writes it. */
  readonly form: string;
  /** What follows the verb; its groups are the parts of the edit. */
  readonly rest: RegExp;
  /** The key of each part, beginning with the verb. */
  readonly keys: readonly string[];
}

const BRACES = String.raw`\{[\s\S]*?`;
const WORD = String.raw`"[^"\s]*"|'[^'\s]*'|[^\s{}"',]+`;
/** Where in its day: before another event. */
const BEFORE = String.raw`(?:(?<=[\s}])before\s+(${WORD}))?`;

const forms: Readonly<Record<string, Form>> = {
  drop: { form: "drop ID", rest: new RegExp(`^(${WORD})$`), keys: ["drop"] },
  move: {
    form: "move ID to DATE, or move ID to DATE before ID",
    rest: new RegExp(`^(${WORD})\\s+(?:to\\s+)?(?!(?:to|before)(?:\\s|$))(${WORD})\\s*${BEFORE}$`),
    keys: ["move", "to", "before"],
  },
  swap: { form: "swap ID", rest: new RegExp(`^(${WORD})$`), keys: ["swap"] },
  replace: {
    form: "replace ID with { act: ACT, ... }",
    rest: new RegExp(`^(${WORD})\\s+(?:with\\s*)?(${BRACES})\\s*${BEFORE}$`),
    keys: ["replace", "with", "before"],
  },
  add: {
    form: "add { id: ID, at: DATE, act: ACT, from: CODE }, or the same before ID",
    rest: new RegExp(`^(${BRACES})\\s*${BEFORE}$`),
    keys: ["add", "before"],
  },
};

const ALL = Object.values(forms)
  .map(({ form }) => form)
  .join("; ");

/**
 * Reads the text of one edit, as it is typed after `--edit`. A text that begins with a brace is the YAML of an edit.
 * Ids, acts and dates are not looked up: that is done where the whole file is read.
 *
 * @example
 * ```ts
 * import { editFromText } from "demarche";
 * editFromText("move call to 2024-01-17"); // => { edit: { move: "call", to: "2024-01-17" } }
 * editFromText("move call to 2024-01-19 before warning").edit;
 * // => { move: "call", to: "2024-01-19", before: "warning" }
 * editFromText("replace reprisal with { act: lodge-protest }");
 * // => { edit: { replace: "reprisal", with: { act: "lodge-protest" } } }
 * editFromText("dorp reprisal").suggestion; // => "drop"
 * ```
 */
export function editFromText(text: string): EditReading {
  const hidden = findTags(text)[0] ?? findEscaped(text.replaceAll("\r\n", "\n"), 0, 1);
  if (hidden !== undefined && hidden.severity !== "warning") {
    return { problem: hidden.message.replace(/(stands?) here/, "$1 in the edit"), expected: `plain text: ${ALL}` };
  }
  const trimmed = text.trim();
  if (trimmed.startsWith("{"))
    return readEditBraces(trimmed, `one edit in braces, such as { drop: ID }, or in words: ${ALL}`);
  const [, verb = "", rest = ""] = /^([^\s{]*)\s*([\s\S]*)$/.exec(trimmed) ?? [];
  const form = Object.hasOwn(forms, verb) ? forms[verb] : undefined;
  return form === undefined ? unknownVerb(verb) : readForm(form, verb, rest);
}

function unknownVerb(verb: string): EditReading {
  const problem = verb === "" ? "The edit is empty." : `"${showValue(verb)}" is no kind of edit.`;
  return { problem, expected: ALL, ...dropUndefined({ suggestion: nearest(verb, Object.keys(forms)) }) };
}

function readForm({ form, rest, keys }: Form, verb: string, written: string): EditReading {
  const match = rest.exec(written);
  if (match === null) {
    const found = written === "" ? `Nothing follows "${verb}".` : `"${showValue(written)}" can't follow "${verb}".`;
    return { problem: found, expected: form };
  }
  const parts: (readonly [string, unknown])[] = [];
  for (const [k, key] of keys.entries()) {
    const part = match[k + 1];
    if (part === undefined) continue;
    const read = part.startsWith("{") ? readBraces(part) : { value: stripQuotes(part) };
    if ("problem" in read) return { problem: read.problem, expected: form };
    parts.push([key, read.value]);
  }
  return { edit: Object.fromEntries(parts) };
}

function readEditBraces(text: string, expected: string): EditReading {
  const read = readBraces(text);
  return "problem" in read ? { problem: read.problem, expected } : { edit: read.value };
}

/** A word without the quotes that a shell's user may have put around it. */
function stripQuotes(word: string): string {
  return /^(["']).*\1$/.test(word) ? word.slice(1, -1) : word;
}

/**
 * An edit as YAML in braces. Read again in the file that it belongs to, it is the same edit; but what a replacement
 * leaves out stays, so one that takes all causes, addressees or claims from its event can't be written.
 *
 * @example
 * ```ts
 * import { editYaml } from "demarche";
 * editYaml({ kind: "move", id: "call", to: "2024-01-17" }); // => '{ move: call, to: "2024-01-17" }'
 * ```
 */
export function editYaml(edit: Edit): string {
  return flow(editValue(edit));
}

/** The value that {@link editYaml} writes. */
export function editValue(edit: Edit): FileData {
  if (edit.kind === "drop") return { drop: edit.id };
  if (edit.kind === "swap") return { swap: edit.id };
  const place = dropUndefined({ before: edit.before });
  if (edit.kind === "move") return { move: edit.id, to: edit.to, ...place };
  if (edit.kind === "add") return { add: fileForm(edit.event), ...place };
  const { id, ...others } = fileForm(edit.event);
  return { replace: edit.id, with: others, ...place };
}
