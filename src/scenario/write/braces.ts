/** A mapping in braces as a person types it: read as YAML, and written again on one line that says the same to all. */
import type { TextProblem } from "../diagnostic.ts";
import { isRecord } from "../values.ts";
import { parseFile } from "../yaml/document.ts";
import { yamlScalar } from "./scalar.ts";

/** What stood in the braces, or a sentence about why it can't be read. */
export type Braces = { readonly value: Readonly<Record<string, unknown>> } | { readonly problem: string };

/** Reads a text as one mapping in braces and nothing else. Dates and other words that lack quotes are taken as text. */
export function readBraces(written: string): Braces {
  // Around it may stand what a text that was read has at its ends: a mark, a line end.
  const text = written.trim();
  if (!text.startsWith("{")) return { problem: "A mapping in braces was expected." };
  const { value, problems } = parseFile(text);
  const [problem] = problems.filter((one) => one.severity !== "warning" && !isMeant(one, text));
  if (problem !== undefined) return { problem: problem.message };
  if (!isRecord(value)) return { problem: "This is no mapping in braces." };
  return areFinite(value) ? { value } : { problem: "It holds a number that YAML can't carry." };
}

/** How many signs part the values of a text, in braces or in JSON: what it costs to read it. */
export function countSigns(text: string): number {
  return text.match(/[,:[{]/g)?.length ?? 0;
}

/** A plain value as YAML flow on one line: `{ move: call, to: "2024-01-17" }`. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (isRecord(value)) {
    const pairs = Object.entries(value).map(([key, item]) => `${yamlScalar(key)}: ${flow(item)}`);
    return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
  }
  return typeof value === "number" || typeof value === "boolean" ? yamlScalar(value) : flowText(value);
}

function flowText(value: unknown): string {
  return value === null || value === undefined ? "null" : yamlScalar(String(value));
}

/** Whether a word without quotes can only be meant as text: no reader of YAML 1.2 takes it for a number. */
function isMeant({ code, from, to }: TextProblem, text: string): boolean {
  return code === "yaml-ambiguous" && Number.isNaN(Number(text.slice(from, to)));
}

function areFinite(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value !== "object" || value === null || Object.values(value).every(areFinite);
}
