/** Zod's issues, as problems in sentences for a person. */
import type { z } from "zod";
import type { DiagnosticCode, Problem } from "./diagnostic.ts";
import { nearest } from "./nearest.ts";
import { visibleLine } from "./visible.ts";

type Issue = z.core.$ZodIssue;

/** The problems that an issue stands for, given the value that was checked. */
export function problemsOf(
  issue: Issue,
  root: unknown,
  keys: (path: readonly PropertyKey[]) => readonly string[],
): readonly Problem[] {
  const { path } = issue;
  const found = valueAt(root, path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, path, keys(path), valueAt(root, [...path, key])));
    case "invalid_union":
      return ofUnion(issue, root, keys);
    case "invalid_value":
      return [unknownWord(path, found, issue.values.map(String))];
    case "invalid_key":
      return [
        problem("bad-value", path, `${say(path.at(-1))} cannot be a name here`, "a word of the form described", true),
      ];
    case "invalid_type":
      return [ofType(path, found, issue.expected)];
    case "too_small":
    case "too_big":
      return [problem("out-of-range", path, `${say(found)} is out of bounds`, bounds(issue))];
    case "custom":
      return [ofFormat(path, found, issue.message, issue.params?.["code"])];
    default:
      return [ofFormat(path, found, issue.message)];
  }
}

/** The value at a path; undefined where there is none. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    return Reflect.get(value, step);
  }, root);
}

function ofUnion(
  issue: Extract<Issue, { code: "invalid_union" }>,
  root: unknown,
  keys: (path: readonly PropertyKey[]) => readonly string[],
): readonly Problem[] {
  const { path } = issue;
  const found = valueAt(root, path);
  if (issue.discriminator !== undefined || issue.errors.length === 0) {
    const place = path.at(-1) === "act" ? path : [...path, "act"];
    const act = valueAt(root, place);
    const words = "options" in issue && Array.isArray(issue.options) ? issue.options.map(String) : keys(place);
    return [act === undefined ? missing(place) : unknownWord(place, act, words)];
  }
  const words = wordsOf({ ...issue, path: [] });
  if (words.length > 0 && typeof found === "string") return [unknownWord(path, found, words)];
  const best = issue.errors.reduce((one, other) => (distanceOf(other) < distanceOf(one) ? other : one));
  return best.flatMap((inner) => problemsOf({ ...inner, path: [...path, ...inner.path] }, root, keys));
}

/** The words that any branch of a union allows at its root, unions within it included. */
function wordsOf(issue: Issue): readonly string[] {
  if (issue.path.length > 0) return [];
  if (issue.code === "invalid_value") return issue.values.map(String);
  return issue.code === "invalid_union" ? issue.errors.flatMap((branch) => branch.flatMap(wordsOf)) : [];
}

/** How far a value is from a branch of a union: a wrong type at its root is farthest. */
function distanceOf(branch: readonly Issue[]): number {
  const atRoot = branch.some(({ code, path }) => code === "invalid_type" && path.length === 0);
  const keyFaults = branch.filter(
    ({ code, path }) => code === "unrecognized_keys" || (code === "invalid_type" && path.length === 1),
  );
  return (atRoot ? 1000 : 0) + keyFaults.length * 10 + branch.length;
}

function unknownKey(key: string, path: readonly PropertyKey[], known: readonly string[], value: unknown): Problem {
  if (value === null && key.includes(" ")) {
    const cut = problem("unknown-key", [...path, key], `${say(key)} stands here as a key without a value`, "", true);
    return { ...cut, expected: "text with a comma in { } to be in quotes, since the comma ends a value there" };
  }
  const where = path.length === 0 ? "at the top of a scenario" : `in ${pathText(path)}`;
  return {
    ...problem("unknown-key", [...path, key], `There is no key ${say(key)} ${where}`, list(known), true),
    suggestion: nearest(key, known),
  };
}

function unknownWord(path: readonly PropertyKey[], found: unknown, words: readonly string[]): Problem {
  const code = path.at(-1) === "act" ? "unknown-act" : "unknown-word";
  const what = code === "unknown-act" ? "no act of the catalogue" : "none of the words allowed here";
  const suggestion = typeof found === "string" ? nearest(found, words) : undefined;
  if (found === undefined) return missing(path);
  return { ...problem(code, path, `${say(found)} is ${what}`, list(words)), suggestion };
}

function ofType(path: readonly PropertyKey[], found: unknown, expected: string): Problem {
  if (found === undefined) return missing(path);
  return problem("wrong-type", path, `${say(found)} is ${kind(found)}`, NAMES[expected] ?? expected);
}

function missing(path: readonly PropertyKey[]): Problem {
  const key = String(path.at(-1));
  const where = path.length <= 1 ? "The scenario" : pathText(path.slice(0, -1));
  return { ...problem("missing", path, `${where} lacks ${say(key)}`, `a key ${key}`), suggestion: undefined };
}

function ofFormat(path: readonly PropertyKey[], found: unknown, message: string, code?: unknown): Problem {
  if (code === "delay-backwards") return problem(code, path, "This delay runs backwards", "the shortest first");
  const isDate = message.startsWith("not a date");
  const detail = message
    .replace(/^not a (date|duration|delay|count): /, "")
    .replace(/^Invalid string: must match pattern .*/, "");
  const expected =
    detail === "" ? (FORMS[String(path.at(-1))] ?? "small letters, digits and hyphens, or a code in capitals") : detail;
  return problem(
    isDate ? "bad-date" : "bad-value",
    path,
    `${say(found)} ${isDate ? "is no date that exists" : "does not have the right form"}`,
    expected,
  );
}

const FORMS: Readonly<Record<string, string>> = {
  from: "a code such as IRN, or a list of both parties",
  to: "a code such as IRN, or a list",
  by: "a code such as IRN",
  url: "an address that begins with https://",
};

const NAMES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "keys with values",
  record: "keys with values",
  tuple: "a list of two",
};

function problem(
  code: DiagnosticCode,
  path: readonly PropertyKey[],
  message: string,
  expected: string,
  atKey = false,
): Problem {
  return { code, path, message: `${message}.`, expected, atKey };
}

function bounds(issue: { minimum?: number | bigint; maximum?: number | bigint }): string {
  return issue.minimum === undefined ? `at most ${issue.maximum}` : `at least ${issue.minimum}`;
}

function kind(value: unknown): string {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a mapping" : typeof value === "string" ? "text" : `a ${typeof value}`;
}

function say(value: unknown): string {
  const text = typeof value === "object" && value !== null ? kind(value) : String(value);
  return visibleLine(text.length > 60 ? `${text.slice(0, 57)}...` : text === "null" ? "nothing" : text);
}

function list(words: readonly string[]): string {
  return words.length <= 12
    ? `one of ${words.join(", ")}`
    : `one of ${words.length} words, such as ${words.slice(0, 4).join(", ")}`;
}

/** `events[3].act`. */
export function pathText(path: readonly PropertyKey[]): string {
  return visibleLine(
    path
      .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
      .join("")
      .replace(/^\./, ""),
  );
}
