/** Zod's issues, as problems in sentences for a person. */
import type * as z from "zod/mini";
import { actOf, fieldLabels, isActId } from "../events/index.ts";
import { lookAlike, nearest, scalarText } from "../problem/index.ts";
import { ourWordFor } from "./advice.ts";
import type { DiagnosticCode, Path, Problems, UnplacedProblem } from "./diagnostic.ts";
import { guessDeclaredCode, guessValue, SHARES } from "./guesses.ts";
import { valueAt } from "./values.ts";
import { kindOf, oneOf, pathText, showValue, subject } from "./wording.ts";
import { stateWord } from "./words.ts";

type Issue = z.core.$ZodIssue;

/** Maximum number of unknown keys reported for one mapping: more are no slips of an author. */
const MAX_KEYS = 1000;

type Keys = (path: Path) => readonly string[];

export function problemsOf(issue: Issue, root: unknown, keys: Keys): Problems {
  return describeIssue(issue, root, keys).map((problem) => addAdvice(problem, root));
}

function describeIssue(issue: Issue, root: unknown, keys: Keys): Problems {
  const { path } = issue;
  const found = valueAt(root, path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.slice(0, MAX_KEYS).map((key) => unknownKey(key, issue.keys, path, keys(path), found));
    case "invalid_union":
      return describeUnion(issue, root, keys);
    case "invalid_value":
      return [unknownWord(path, found, issue.values.map(String))];
    case "invalid_key":
      return [describeName(path, root)];
    case "invalid_type":
      return [describeType(path, found, issue.expected)];
    case "too_small":
    case "too_big":
      return [describeSize(path, found, issue)];
    case "custom":
      return [describeFormat(path, found, issue.message, issue.params?.["code"])];
    default:
      return [describeFormat(path, found, issue.message)];
  }
}

/** Adds what was probably meant, where that can be guessed: a sign that looks like another, a date in another form. */
function addAdvice(problem: UnplacedProblem, root: unknown): UnplacedProblem {
  if (problem.suggestion !== undefined || problem.code === "missing") return problem;
  const key = problem.path.at(-1);
  const found = problem.atKey === true ? key : valueAt(root, problem.path);
  const lookalike = typeof found === "string" && found.length <= 100 ? lookAlike(found) : undefined;
  const name = [...problem.path].reverse().find((step) => typeof step === "string") ?? "";
  const guess =
    guessValue(problem, found, String(name), root) ?? (SHARES.has(String(name)) ? undefined : lookalike?.meant);
  const message = lookalike === undefined ? problem.message : `${problem.message} ${lookalike.says}`;
  if (guess === undefined) return { ...problem, message };
  // Where a word of a list is meant, the list is asked for the nearest to it.
  if (problem.among !== undefined) {
    return { ...problem, message, among: { ...problem.among, word: guess } };
  }
  return { ...problem, message, suggestion: guess };
}

function describeUnion(issue: Extract<Issue, { code: "invalid_union" }>, root: unknown, keys: Keys): Problems {
  const { path } = issue;
  const found = valueAt(root, path);
  if (issue.discriminator !== undefined || issue.errors.length === 0) {
    const place = path.at(-1) === "act" ? path : [...path, "act"];
    const words = "options" in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
    return [unknownWord(place, valueAt(root, place), words)];
  }
  const words = wordsOf({ ...issue, path: [] });
  const alone = LONE_WORDS[words.join()];
  if (alone !== undefined && typeof found === "string") {
    return [problem("bad-value", path, `${showValue(found)} does not have the right form`, alone)];
  }
  if (words.length > 0 && typeof found === "string") return [unknownWord(path, found, nameParties(words, root))];
  if (isEmptyMapping(found)) {
    return [problem("missing", path, `${pathText(path)} is empty`, oneOf(keys(path)))];
  }
  const best = issue.errors.reduce((one, other) => (distanceOf(other, found) < distanceOf(one, found) ? other : one));
  return dropGuesses(best, found).flatMap((inner) =>
    describeIssue({ ...inner, path: [...path, ...inner.path] }, root, keys),
  );
}

/** Words that stand beside values of another kind. */
const LONE_WORDS: Readonly<Record<string, string>> = {
  unknown: "a number, [lowest, highest] or unknown",
  both: "a party's code, or both",
};

/** The words of a pattern, which name the parties by their codes. */
function nameParties(words: readonly string[], root: unknown): readonly string[] {
  const [a, b] = Object.keys(Object(valueAt(root, ["parties"])));
  return a === undefined || b === undefined ? words : words.map((word) => stateWord(word, { a, b }));
}

/** Where a key is unknown, there is no use in saying what the branch that is nearest by accident lacks. */
function dropGuesses(branch: readonly Issue[], found: unknown): readonly Issue[] {
  const unknown = branch.filter(({ code }) => code === "unrecognized_keys");
  const strange = new Set(unknown.flatMap((one) => (one.code === "unrecognized_keys" ? one.keys : [])));
  const isMeant = Object.keys(Object(found)).some((key) => !strange.has(key) && !SHARED_KEYS.has(key));
  const rest = branch.filter((one) => !isLacking(one, found));
  return unknown.length > 0 && !isMeant ? rest : branch;
}

/** Keys that several branches of a union have, so that they tell none. */
const SHARED_KEYS: ReadonlySet<string> = new Set(["since", "before"]);

function isLacking({ code, path }: Issue, found: unknown): boolean {
  return code !== "unrecognized_keys" && path.length === 1 && valueAt(found, path) === undefined;
}

/** The words that any branch of a union allows at its root, unions within it included. */
function wordsOf(issue: Issue): readonly string[] {
  if (issue.path.length > 0) return [];
  if (issue.code === "invalid_value") return issue.values.map(String);
  return issue.code === "invalid_union" ? issue.errors.flatMap((branch) => branch.flatMap(wordsOf)) : [];
}

/** How far a value is from a branch of a union: a wrong type at its root is farthest. */
function distanceOf(branch: readonly Issue[], found: unknown): number {
  const wrongKind = ({ code, path }: Issue): boolean =>
    path.length === 0 && (code === "invalid_type" || (code === "invalid_value" && typeof found === "object"));
  const keyFaults = branch.reduce((sum, issue) => {
    if (issue.code === "unrecognized_keys") return sum + issue.keys.length;
    return isLacking(issue, found) ? sum + 1 : sum;
  }, 0);
  return (branch.some(wrongKind) ? 1000 : 0) + keyFaults * 10 + branch.length;
}

function unknownKey(
  key: string,
  all: readonly string[],
  path: Path,
  known: readonly string[],
  holder: unknown,
): UnplacedProblem {
  const problemWith = (message: string, expected: string): UnplacedProblem =>
    problem("unknown-key", [...path, key], message, expected, true);
  const isBare = valueAt(holder, [key]) === null;
  if (isBare) {
    const [own = ""] = key.split(" ");
    const bare = `${showValue(key)} stands here as a key without a value`;
    if (known.includes(own)) {
      return problemWith(bare, `a colon after ${own}; or quotes around the text before it, which its comma ends`);
    }
    if (/^\d{1,3}$/.test(key)) {
      const message = "A comma ends a number in { }, and what stands behind it is a key";
      return problemWith(message, "a number without a comma, such as 1000");
    }
    if (key.includes(" ")) {
      return problemWith(bare, "text with a comma in { } to be in quotes, since the comma ends a value there");
    }
  }
  if (known.includes(key)) {
    const others = Object.keys(Object(holder)).filter((one) => !all.includes(one) && known.includes(one));
    const beside = others.length === 0 ? "the other keys here" : others.slice(0, 3).join(" and ");
    return problemWith(`${showValue(key)} does not go together with ${beside}`, `either of them, in ${pathText(path)}`);
  }
  const where = path.length === 0 ? "at the top" : `in ${pathText(path)}`;
  const isLone = isBare && !Object.hasOwn(fieldLabels, key) && nearest(key, known) === undefined;
  const expected = isLone ? `${oneOf(known)}; or quotes around a text in { } that has a comma` : oneOf(known);
  const unknown = problemWith(`There is no key ${showValue(key)} ${where}`, expected);
  const free = known.filter((one) => valueAt(holder, [one]) === undefined);
  const suggestion = ourWordFor(key, free);
  return suggestion === undefined ? { ...unknown, among: { word: key, known } } : { ...unknown, suggestion };
}

function unknownWord(path: Path, found: unknown, words: readonly string[]): UnplacedProblem {
  if (found === undefined) return missing(path, words);
  if (typeof found !== "string") {
    return problem("wrong-type", path, `${subject(found, path)} is ${kindOf(found)}`, oneOf(words));
  }
  const isAct = path.at(-1) === "act" || path.at(-1) === "with";
  if (isAct && isActId(found) && actOf(found).class === "clock") {
    const message = `${found} is an event of the clock, which nobody writes`;
    return problem("clock-act", path, message, "no event; the replay makes it when it is due");
  }
  const renamed = Object.hasOwn(RENAMED, found) ? RENAMED[found] : undefined;
  if (renamed !== undefined && words.includes(renamed)) {
    const message = `${showValue(found)} is called ${renamed} since 0.2`;
    return { ...problem("unknown-word", path, message, oneOf(words)), suggestion: renamed };
  }
  const [, kept = ""] = /^(\S+)#/.exec(found) ?? [];
  if (words.includes(kept)) {
    const glued = problem(
      "unknown-word",
      path,
      `${showValue(found)} holds its comment`,
      "a space before the # of a comment",
    );
    return { ...glued, suggestion: kept };
  }
  const what = isAct ? "no act of the catalogue" : "none of the words allowed here";
  const unknown = problem(isAct ? "unknown-act" : "unknown-word", path, `${showValue(found)} is ${what}`, oneOf(words));
  return { ...unknown, among: { word: found, known: words } };
}

/** Words of the first edition that have another name now. Acts, courses, keys and measures kept theirs. */
const RENAMED: Readonly<Record<string, string>> = { unlawful: "void", lawful: "applied" };

function describeName(path: Path, root: unknown): UnplacedProblem {
  const expected = NAME_FORMS[String(path[0])] ?? "small letters, digits and hyphens";
  const name = String(path.at(-1));
  const suggestion = expected === CODE ? guessDeclaredCode(name, root) : undefined;
  const fault = problem("bad-value", path, `${showValue(name)} can't be a name here`, expected, true);
  return suggestion === undefined ? fault : { ...fault, suggestion };
}

const CODE = "a code of two to eight capitals and digits, such as IRN";
const NAME_FORMS: Readonly<Record<string, string>> = {
  parties: CODE,
  others: CODE,
  doctrines: CODE,
  expect: CODE,
  never: CODE,
  always: CODE,
  "leads-to": CODE,
  opening: CODE,
  assume: "letters, digits, dots and hyphens, a letter first",
};

function describeType(path: Path, found: unknown, expected: string): UnplacedProblem {
  if (found === undefined) return missing(path);
  const own = expected === "string" ? NAMING[String(path.at(-1))] : undefined;
  const wanted =
    path.at(-1) === "edit" && typeof found === "object" ? "a list: - before each edit" : (own ?? TYPES[expected]);
  return problem("wrong-type", path, `${subject(found, path)} is ${kindOf(found)}`, wanted ?? expected);
}

/** Keys whose text is the id of something. */
const NAMING: Readonly<Record<string, string>> = {
  drop: "the id of one event: one edit for each",
  swap: "the id of an event",
  move: "the id of an event",
  replace: "the id of an event",
  because: "the id of an earlier event, or a list of ids",
  cite: "the id of a source, or a list of ids",
};

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  object: "keys with values",
  record: "keys with values",
  tuple: "a list: [lowest, highest]",
};

function missing(path: Path, words: readonly string[] = []): UnplacedProblem {
  const key = String(path.at(-1));
  const lacking =
    path.length <= 1 ? `${showValue(key)} is missing` : `${pathText(path.slice(0, -1))} lacks ${showValue(key)}`;
  const among = words.length === 0 ? "" : `: ${oneOf(words)}`;
  return problem("missing", path, lacking, `a key ${showValue(key)}${among}`);
}

type SizeIssue = Extract<Issue, { code: "too_small" | "too_big" }>;

function describeSize(path: Path, found: unknown, issue: SizeIssue): UnplacedProblem {
  const limit = issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  if (Array.isArray(found)) {
    const size = found.length === 0 ? "is an empty list" : `has ${found.length} items`;
    return problem("out-of-range", path, `${pathText(path)} ${size}`, `${limit} of them`);
  }
  if (typeof found === "string") {
    const size = found === "" ? "is empty" : `has ${found.length} characters`;
    return problem("out-of-range", path, `${pathText(path)} ${size}`, `${limit} of them`);
  }
  return problem("out-of-range", path, `${showValue(found)} is out of bounds`, limit);
}

function describeFormat(path: Path, found: unknown, message: string, code?: unknown): UnplacedProblem {
  if (code === "delay-backwards") return problem(code, path, "This delay runs backwards", "the shortest first");
  const isDate = message.startsWith("not a date");
  const detail = message
    .replace(/^(?:not a|no) (date|duration|delay|count|bound|zone|moment): /, "")
    .replace(/^Invalid (?:input$|string: must match pattern .*)/, "");
  if (isDate && /^\d{5,}-\d/.test(scalarText(found))) {
    return problem("bad-date", path, `${showValue(found)} is beyond the year 9999`, "a year from 0000 to 9999");
  }
  const what = isDate
    ? /\d/.test(scalarText(found))
      ? "is no date that exists"
      : "is no date"
    : "does not have the right form";
  const expected =
    detail === "" ? (FORMS[String(path.at(-1))] ?? "small letters, digits and hyphens, or a code in capitals") : detail;
  return problem(isDate ? "bad-date" : "bad-value", path, `${subject(found, path)} ${what}`, expected);
}

const FORMS: Readonly<Record<string, string>> = {
  from: "a code such as IRN, or a list of both parties",
  to: "a code such as IRN, or a list",
  by: "a code such as IRN",
  because: "the id of an earlier event, or a list of ids",
  cite: "the id of a source, declared under sources, or a list of ids",
  id: "small letters, digits and hyphens",
  scenario: "small letters, digits and hyphens",
  url: "an address that begins with https://",
};

function problem(code: DiagnosticCode, path: Path, message: string, expected: string, atKey = false): UnplacedProblem {
  return { code, path, message: `${message}.`, expected, atKey };
}

function isEmptyMapping(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
