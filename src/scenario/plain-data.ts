/** A value from a program as the data that a file would hold, so that both are judged alike. */
import type { Path, Problems, UnplacedProblem } from "./diagnostic.ts";
import { findEscaped } from "./yaml/hidden-characters.ts";

/** No part of the format nests deeper than ten. */
const MAX_DEPTH = 64;
/** More values than a file of the greatest length can hold of use. */
const MAX_VALUES = 1_000_000;

export interface PlainReading {
  readonly value: unknown;
  readonly problems: Problems;
}

/**
 * Copies a value: keys without a value are left out, and what knows its own form as JSON, such as a date, is that. What
 * is no data at all stays as it is, for the schema to find.
 */
export function copyAsData(input: unknown): PlainReading {
  const problems: UnplacedProblem[] = [];
  let values = 0;

  function copy(value: unknown, path: Path): unknown {
    values += 1;
    if (typeof value === "string") checkText(value, path);
    if (typeof value !== "object" || value === null) return value;
    if (path.length > MAX_DEPTH) {
      return refuse("too-deep", `Values are nested more than ${MAX_DEPTH} deep, or hold themselves.`, path);
    }
    if (values > MAX_VALUES) return refuse("too-large", `There are more than ${MAX_VALUES} values.`, []);
    if ("toJSON" in value && typeof value.toJSON === "function") return copy(value.toJSON(), path);
    if (Array.isArray(value)) return value.map((one: unknown, k) => copy(one ?? null, [...path, k]));
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
        one === undefined || isForbidden(key, path) ? [] : [[key, copy(one, [...path, key])]],
      ),
    );
  }

  function checkText(text: string, path: Path): void {
    const hidden = findEscaped(text, 0, 1);
    if (hidden === undefined) return;
    const { from: _, to: __, ...problem } = hidden;
    problems.push({ ...problem, path: path.slice(0, 10) });
  }

  function isForbidden(key: string, path: Path): boolean {
    if (key !== "__proto__") return false;
    problems.push({ code: "unknown-key", message: `${key} can't be a key: it means something to JavaScript.`, path });
    return true;
  }

  function refuse(code: "too-deep" | "too-large", message: string, path: Path): null {
    if (problems.length === 0) problems.push({ code, message, path: path.slice(0, 10) });
    return null;
  }

  return { value: copy(input, []), problems };
}
