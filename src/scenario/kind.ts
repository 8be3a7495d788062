/** Says once what kind of file a text without a scenario's keys is, instead of listing all that it lacks. */
import { nth, visibleLine } from "../problem/index.ts";
import type { Diagnostic, DiagnosticCode } from "./diagnostic.ts";

/** Keys that no other kind of file is likely to have at its top, as YAML or as JSON. */
const OUR_KEYS =
  /(?:^ {0,2}["']?|[{,]\s*["']|^\s*\{\s*)(?:scenario|parties|window|what-if|doctrines|purpose)["']?\s*:/m;

/** How other kinds of files begin, and what they are called. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/^\s*<(?:!doctype html|html\b)/i, "an HTML page"],
  [/^\s*<(?:\?xml|[a-z][\w:-]*[\s>])/i, "an XML file"],
  [/^\s*\{[^\n]*\}\s*\n\s*\{/, "a file of JSON lines, such as a journal"],
  [/^#!/, "a program"],
  [/^%PDF-/, "a PDF file"],
  [/^\{\\rtf/, "a text of a word processor (RTF)"],
  [/^\s*\\(?:documentclass|begin|input|section)\b/m, "a text for LaTeX"],
  [/^\s*@[a-z]+\{[^\n]*,\s*\n/i, "a list of references (BibTeX)"],
  [/^BEGIN:V(?:CALENDAR|CARD)/, "a calendar or an address book"],
  [/^(?:CREATE|INSERT|SELECT|DROP|ALTER|BEGIN|WITH)\s[^:\n]*[;(]/im, "statements of SQL"],
  [/^---\s*\n(?:[\w-]+:[^\n]*\n|\s[^\n]*\n)*---\s*\n+(?![\w-]+:(?:\s|$))\S/, "a page in Markdown with front matter"],
  [/^\s*\[[\w .-]+\]\s*\n(?:[\w .-]+\s*=|\s*\n|[#;])/, "a file of settings (INI or TOML)"],
  [/^(?:import|from|export|const|let|def|class|function|package|#include|library\(|use)\b[^:\n]*;?$/m, "a program"],
  [/^#{1,6} \S.*\n\s*\n[^\n:]{20}|^```/m, "a page in Markdown"],
];

/** Number of lines examined to recognise a table. */
const ROWS = 5;

/**
 * The one diagnostic of a file of another kind; undefined for what may be a scenario.
 *
 * @param found the diagnostics that it would have otherwise
 */
export function diagnoseOtherKind(text: string, found: readonly Diagnostic[], file: string): Diagnostic | undefined {
  if (found.length === 0 || found.some(({ code }) => SAYS_MORE.has(code)) || OUR_KEYS.test(text)) return undefined;
  const knownLook = LOOKS.find(([pattern]) => pattern.test(text))?.[1] ?? tableIn(text);
  if (knownLook === undefined && found.some(({ code }) => code === "several-documents")) return undefined;
  if (knownLook === undefined && found.some(({ code }) => LIMITS.has(code))) return undefined;
  const look = knownLook ?? dataIn(text);
  if (look === undefined && found.length === 1 && found[0]?.code !== "wrong-type") return undefined;
  const [first = ""] = text.trimStart().split("\n", 1);
  return {
    code: "another-kind",
    severity: "error",
    message: `This is no scenario: it looks like ${look ?? "text of another kind"}.`,
    file,
    path: "",
    expected: "a file with the keys scenario, window, parties, sources and events: demarche new NAME writes one",
    ...{ line: 1, column: 1, endLine: 1, endColumn: Math.max(2, Math.min(visibleLine(first).length + 1, 80)) },
  };
}

/** Codes that say more than that the file is no scenario. */
const SAYS_MORE: ReadonlySet<DiagnosticCode> = new Set(["empty", "binary", "too-large"]);

/** Limits that any text may reach. */
const LIMITS: ReadonlySet<DiagnosticCode> = new Set(["too-deep", "too-many-aliases"]);

/** A table: its first lines have the same number of separators, more than one. */
function tableIn(text: string): string | undefined {
  const lines = text.trim().split("\n", ROWS);
  const isTable = (sign: string): boolean => {
    const counts = lines.map((line) => line.split(sign).length - 1);
    return lines.length > 1 && nth(counts, 0) > 0 && counts.every((count) => count === counts[0]);
  };
  const [, name] = SEPARATORS.find(([sign]) => isTable(sign)) ?? [];
  return name === undefined || /^[\w-]+:(\s|$)/.test(lines[0] ?? "") || /^[[{]/.test(lines[0] ?? "") ? undefined : name;
}

const SEPARATORS = [
  [",", "a table (CSV)"],
  ["\t", "a table (TSV)"],
  [";", "a table (CSV with semicolons)"],
] as const;

/** Data with keys of its own. */
function dataIn(text: string): string | undefined {
  const keys = [...text.slice(0, 20_000).matchAll(/^(?: {0,4}|\t)["']?([\w$@-]{1,40})["']?:(?=\s|$)/gm)].map(
    ([, key = ""]) => key,
  );
  const kind = /^\s*[[{]/.test(text) ? "JSON" : "YAML";
  if (/^\s*\[/.test(text)) return "a list in JSON";
  const first = [...new Set(keys)].slice(0, 4);
  return first.length < 2 && kind === "YAML"
    ? undefined
    : `${kind} of another kind${first.length === 0 ? "" : `, with keys such as ${first.join(", ")}`}`;
}
