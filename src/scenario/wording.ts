/** How values, kinds and lists of words are put into sentences. */
import { visibleLine } from "../problem/index.ts";
import type { Path } from "./diagnostic.ts";

/** A value, short and safe to show. */
export function showValue(value: unknown): string {
  const text = typeof value === "object" && value !== null ? kindOf(value) : String(value);
  return visibleLine(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}

/** What a sentence about a wrong value begins with: the value if it is short, else its place. */
export function subject(value: unknown, path: Path): string {
  const short = value !== null && typeof value !== "object" && value !== "";
  if (short) return showValue(value);
  return path.length === 0 ? "The file" : pathText(path);
}

export function kindOf(value: unknown): string {
  if (value === null || value === undefined || value === "") return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  if (typeof value === "number") return Number.isFinite(value) ? "a number" : "no finite number";
  return typeof value === "string" ? "text" : "a truth value";
}

export function oneOf(words: readonly string[]): string {
  if (words.length === 0) return "none is allowed here";
  return words.length <= 12
    ? `one of ${words.join(", ")}`
    : `one of ${words.length} words, such as ${words.slice(0, 4).join(", ")}`;
}

/** A path as text: `events[3].act`. */
export function pathText(path: Path): string {
  return visibleLine(
    path
      .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
      .join("")
      .replace(/^\./, ""),
  );
}
