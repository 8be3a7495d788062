/** Putting a what-if into the text of a scenario by adding lines: every byte that was there stays where it was. */
import { canonical } from "../../events/index.ts";
import { isRecord } from "../values.ts";
import { type ParsedFile, parseFile } from "../yaml/document.ts";
import { type Refusal, refuse, type WhatIfEntry, type WrittenWhatIf, whatIfEntry } from "./entry.ts";
import { type Spot, spotIn } from "./spot.ts";

/** The text with the what-if in it and the lines that were added, or why there is none. */
export type Insertion = Inserted | Refusal;

/** A text into which lines were added in one place. */
export interface Inserted {
  readonly text: string;
  /** What the text says, with the place of everything in it, to be judged. */
  readonly parsed: ParsedFile;
  /** The number that the first added line has in it, and the lines without their ends. */
  readonly added: { readonly line: number; readonly lines: readonly string[] };
}

/**
 * Puts a what-if into the text of a scenario file: below the last one that it has, else under a new key `what-if`.
 * Comments, blank lines, line ends, a byte order mark and all formatting stay as they are. What is to be judged
 * is what the text said before, and this what-if; the new text is parsed to see that it says just that, and where.
 *
 * @example
 * ```ts
 * import { insertWhatIf } from "demarche";
 * const calm = { edits: [{ drop: "strike" }], then: "prune" };
 * insertWhatIf("scenario: small # by hand\n", "calm", calm).added;
 * // => { line: 2, lines: ["what-if:", "  calm:", "    edit:", "      - { drop: strike }", "    then: prune"] }
 * insertWhatIf("what-if: {}\n", "calm", calm).code; // => "what-if-in-braces"
 * ```
 */
export function insertWhatIf(text: string, name: string, whatIf: WrittenWhatIf): Insertion {
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  const body = text.slice(mark.length);
  const before = parseFile(body);
  const wrong = mistakeIn(before);
  if (wrong !== undefined) return refuse("file-unreadable", `${wrong} Mend the file first: demarche check shows all.`);
  const old = isRecord(before.value) ? before.value : {};
  const whatIfs = isRecord(old["what-if"]) ? old["what-if"] : {};
  if (Object.hasOwn(whatIfs, name)) {
    return refuse("name-taken", `The file has a what-if named ${name} already. Choose another name.`);
  }
  const spot = spotIn(body, before.contents);
  const entry = whatIfEntry(name, whatIf, typeof spot === "string" ? undefined : spot.step);
  if ("code" in entry) return entry;
  if (typeof spot === "string") return refuse(spot, inBraces[spot]);
  const lines = linesAt(spot, body, entry);
  const changed = body.slice(0, spot.at) + endLines(lines, body, spot.at) + body.slice(spot.at);
  const parsed = parseFile(changed);
  const value = { ...old, "what-if": { ...whatIfs, [name]: entry.value } };
  if (!saysJust(parsed, value)) {
    return refuse(
      "reads-otherwise",
      "In this file's layout the lines would change what else it says. Add them by hand, under what-if.",
    );
  }
  const unended = spot.at > 0 && body[spot.at - 1] !== "\n" ? 1 : 0;
  const line = body.slice(0, spot.at).split("\n").length + unended;
  return { text: mark + changed, parsed: { ...parsed, value }, added: { line, lines } };
}

const inBraces = {
  "file-in-braces":
    "The file is one mapping in braces, into which no lines can be added. Write its keys one below the other first.",
  "what-if-in-braces":
    "The file's what-if is not a list of names one below the other. Write it so first: what-if: alone on its line, below it each name, indented.",
} as const;

function mistakeIn({ value, problems, placeBetween }: ParsedFile): string | undefined {
  const [first] = problems.filter(({ severity }) => severity !== "warning");
  if (first !== undefined) return `Line ${placeBetween(first.from, first.to).line}: ${first.message}`;
  return isRecord(value) ? undefined : "The file is no mapping.";
}

function linesAt({ at, indent, step, needsKey, apart }: Spot, text: string, { lines }: WhatIfEntry): readonly string[] {
  const keyed = needsKey ? ["what-if:", ...lines.map((line) => " ".repeat(step) + line)] : lines;
  const blankAbove = /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, at - 200), at));
  return [...(apart && !blankAbove ? [""] : []), ...keyed.map((line) => " ".repeat(indent) + line)];
}

/** The lines with line ends as the text has them there; a last line without one stays without. */
function endLines(lines: readonly string[], text: string, at: number): string {
  const first = text.indexOf("\n");
  const near = at > 0 && text[at - 1] === "\n" ? at - 1 : first;
  const end = near > 0 && text[near - 1] === "\r" ? "\r\n" : "\n";
  if (at > 0 && text[at - 1] !== "\n") return end + lines.join(end);
  return lines.map((line) => line + end).join("");
}

/** Whether a text says just this, with nothing wrong in it. */
function saysJust({ value, problems }: ParsedFile, wanted: Readonly<Record<string, unknown>>): boolean {
  return problems.every(({ severity }) => severity === "warning") && canonical(value) === canonical(wanted);
}
