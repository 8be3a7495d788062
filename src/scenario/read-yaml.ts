/** YAML that any schema describes, read as a scenario is: every problem at once, in its place. */
import * as z from "zod/mini";
import type { Diagnostic, Place } from "./diagnostic.ts";
import { problemsOf } from "./issues.ts";
import { keysAt } from "./keys.ts";
import { placeProblems } from "./place-problems.ts";
import { type ParsedFile, parseFile } from "./yaml/document.ts";

/** What reading gave: the value unless there is a problem, and where each part of it stands. */
export interface DescribedReading<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
  /** The place of the value at a path of the data, or of its key. */
  readonly placeOf: (path: readonly PropertyKey[], atKey?: boolean) => Place;
}

/** A schema made with any zod 4, whole or small, of whatever version: what differs in their types makes no difference here. */
export interface AnySchema<T> {
  readonly _zod: { readonly output: T };
}

/**
 * Reads YAML that stands by itself or within another text. Never throws on bad input.
 *
 * @param anySchema describes the value
 * @param file the file's name, for diagnostics
 * @param above how many lines of the file stand above the YAML
 * @example
 * ```ts
 * import { readDescribed } from "demarche";
 * import * as z from "zod/mini";
 * const { diagnostics } = readDescribed("titel: x", z.strictObject({ title: z.string() }), { file: "x.md", above: 1 });
 * diagnostics.map(({ code, line, suggestion }) => [code, line, suggestion]).at(-1); // => ["unknown-key", 2, "title"]
 * ```
 */
export function readDescribed<T>(
  text: string,
  anySchema: AnySchema<T>,
  { file, above = 0 }: { readonly file: string; readonly above?: number },
): DescribedReading<T> {
  const schema = anySchema as z.core.$ZodType<T>;
  const parsed = shiftDown(parseFile(text), above);
  if (parsed.value === undefined) return { diagnostics: placeProblems(parsed, [], file), placeOf: parsed.placeOf };
  const read = z.safeParse(schema, parsed.value);
  const problems = read.success
    ? []
    : read.error.issues.flatMap((issue) => problemsOf(issue, parsed.value, (at) => keysAt(schema, at, parsed.value)));
  const diagnostics = placeProblems(parsed, problems, file);
  const isRight = read.success && diagnostics.every(({ severity }) => severity !== "error");
  return { ...(isRight ? { value: read.data } : {}), diagnostics, placeOf: parsed.placeOf };
}

function shiftDown(parsed: ParsedFile, lines: number): ParsedFile {
  const down = (place: Place): Place => ({ ...place, line: place.line + lines, endLine: place.endLine + lines });
  return {
    ...parsed,
    placeOf: (path, atKey) => down(parsed.placeOf(path, atKey)),
    placeBetween: (from, to) => down(parsed.placeBetween(from, to)),
  };
}
