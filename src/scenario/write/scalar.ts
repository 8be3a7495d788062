/** One value as YAML on one line, in quotes wherever a reader of YAML 1.1 or 1.2 could take it for something else. */
import { Document, isMap, type ToStringOptions } from "yaml";
import { readOtherwise } from "../yaml/ambiguous-scalars.ts";
import { replaceHidden } from "../yaml/hidden-characters.ts";

const STYLE: ToStringOptions = { lineWidth: 0, singleQuote: false, doubleQuotedAsJSON: true };

/**
 * A text, number, truth value or null as YAML. What it gives is one line, read as the same value by every reader;
 * dates, truth words of YAML 1.1 and signs of the syntax come in double quotes.
 *
 * @param place `flow` within braces or brackets, where commas and brackets need quotes too; `block` after `key: `
 * @example
 * ```ts
 * import { yamlScalar } from "demarche";
 * yamlScalar("reprisal"); // => "reprisal"
 * yamlScalar("2024-01-17"); // => '"2024-01-17"'
 * yamlScalar("no"); // => '"no"'
 * yamlScalar("protests, and recalls", "block"); // => "protests, and recalls"
 * ```
 */
export function yamlScalar(value: string | number | boolean | null, place: "flow" | "block" = "flow"): string {
  if (typeof value !== "string") return String(value);
  // A word that no reader takes for anything else: most are, and the library takes its time.
  if (WORD.test(value) && !MEANING.test(value)) return value;
  if (/[\n\t]/.test(value) || !value.isWellFormed() || replaceHidden(value, escapeOf) !== value) return escaped(value);
  const written = asLibraryWrites(value, place);
  return readOtherwise(written) === undefined ? written : JSON.stringify(value);
}

const WORD = /^[A-Za-z][A-Za-z0-9-]*$/;
const MEANING = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** In quotes, and what can't be seen by its number, so that no line looks other than it reads. */
function escaped(value: string): string {
  return replaceHidden(JSON.stringify(value), escapeOf);
}

function escapeOf(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16);
  return number.length > 4 ? `\\U${number.padStart(8, "0")}` : `\\u${number.padStart(4, "0")}`;
}

function asLibraryWrites(value: string, place: "flow" | "block"): string {
  const document = new Document({ k: value }, { version: "1.2", schema: "core", compat: "yaml-1.1" });
  if (isMap(document.contents)) document.contents.flow = place === "flow";
  const line = document.toString(STYLE).replace(/\n$/, "");
  return place === "flow" ? line.slice("{ k: ".length, -" }".length) : line.slice("k: ".length);
}
