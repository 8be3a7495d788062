/** Guesses what the author meant by a wrong value, from the value and its place in the file. */
import { actIds, actOf, isActId, parseSpan } from "../events/index.ts";
import { patternWords } from "../machine/index.ts";
import { scalarText } from "../problem/index.ts";
import { guessDates, guessDuration, guessNumber, guessShare, ourWordFor } from "./advice.ts";
import type { Path, UnplacedProblem } from "./diagnostic.ts";
import { isRecord, itemsOf, valueAt } from "./values.ts";

const LENGTHS: ReadonlySet<string> = new Set([
  "quiet",
  "within",
  "every",
  "after",
  "median",
  "p90",
  "mean",
  "triangular",
]);
const DATES: ReadonlySet<string> = new Set(["at", "to", "from", "deadline", "before", "recordedAt", "on", "effective"]);
/** Keys whose value is a share from 0 to 1, where a number above 1 may be per cent. */
export const SHARES: ReadonlySet<string> = new Set(["chance", "value", "range", "share", "at-least", "at-most"]);
const CODES: ReadonlySet<string> = new Set(["from", "to", "by", "group", "in", "mission", "side"]);
const LISTS: ReadonlySet<string> = new Set(["from", "to", "because", "cite"]);
const NAMES: ReadonlySet<string> = new Set(["id", "name", "scenario"]);

/** The value that was probably meant at the place of a problem, as it would be written there. */
export function guessValue(problem: UnplacedProblem, found: unknown, name: string, root: unknown): string | undefined {
  const { code, path, among } = problem;
  if (among !== undefined) return guessWord(found, among.known);
  if (code === "delay-backwards") return scalarText(found).split("..").toReversed().join("..");
  if (code === "wrong-type") {
    const whole = guessMapping(found, path);
    if (whole !== undefined) return whole;
  }
  if (Array.isArray(found)) return guessList(found, name);
  if (typeof found === "object" || found === undefined) return undefined;
  const text = String(found);
  const isDate = code === "bad-date" || (DATES.has(name) && typeof found === "number" && path.at(-2) !== "move");
  if (isDate) {
    if (path[0] === "expect" && idsIn(root).has(text)) return `after: ${text}`;
    // A month or a year is a date of an event only.
    const dayOnly = code === "bad-date" && problem.expected?.includes("a month") === false;
    const allowedForm = dayOnly ? /^\d{4}-\d\d-\d\d(?:T[^/]*)?$/ : /./;
    const dates = guessDates(text).flatMap((date) => (allowedForm.test(date) ? [`"${date}"`] : []));
    return dates.length === 0 ? undefined : dates.join(" or ");
  }
  if (LISTS.has(name) && code === "bad-value") {
    const several = guessSeveral(text, name, root);
    if (several !== undefined) return several;
  }
  if (CODES.has(name) && code === "bad-value") return guessCode(text, root);
  if (NAMES.has(name) && code === "bad-value") return guessName(text);
  if (name === "zone") return guessZone(found);
  if (LENGTHS.has(name)) return guessDuration(found, name === "after");
  if (name === "edit") return guessEdit(text);
  if (name === "range") return guessNumber(found, /\s*\.\.\s*|\s+to\s+|-/);
  if (SHARES.has(name)) return guessShare(found)?.toString();
  const isNumber = code === "wrong-type" || name === "count" || name === "limit";
  return isNumber && typeof found === "string" && name !== "url" ? guessNumber(found) : undefined;
}

/** A word as the list has it: by another name, or a party's own state by its code alone. */
function guessWord(found: unknown, known: readonly string[]): string | undefined {
  if (typeof found !== "string") return undefined;
  return ourWordFor(found, known) ?? known.find((word) => word === `by-${found}`);
}

/** Braces around a value that stands in place of the keys it belongs to. */
function guessMapping(found: unknown, path: Path): string | undefined {
  if (found === null || found === "") return path.length === 1 && path[0] === "opening" ? "{}" : undefined;
  if (typeof found === "number")
    return path.length === 2 && path[0] === "assume" ? `{ value: ${found}, basis: … }` : undefined;
  if (typeof found !== "string" || found.length > 60 || /[:{}[\]"\n]/.test(found)) return undefined;
  const [top, key] = [path[0], path.at(-1)];
  if (top === "doctrines" && path.length === 2) return /^[a-z-]+$/.test(found) ? `{ use: ${found} }` : undefined;
  if (top === "parties" && path.length === 2) return `{ name: ${found} }`;
  if (top === "others" && path.length === 2) return `{ name: ${found}, kind: state }`;
  if (top === "sources" && path.length === 2) return `{ title: ${found} }`;
  if (key === "count" && top === "outcomes") {
    if (isActId(found)) return `{ act: ${found} }`;
    return actIds.some((id) => actOf(id).class === found) ? `{ class: ${found} }` : undefined;
  }
  if (key === "with" && isActId(found)) return `{ act: ${found} }`;
  const isPattern = key === "opening" || (PATTERNS.has(String(key)) && path.length > 1);
  return isPattern && patternWords("course").includes(found) ? `{ course: ${found} }` : undefined;
}

const PATTERNS: ReadonlySet<string> = new Set(["first", "reached", "longest", "if", "not", "from", "to"]);

function guessList(found: readonly unknown[], name: string): string | undefined {
  const [low, high] = found;
  if (found.length !== 2) return undefined;
  if (name === "after" && guessDuration(`${low}..${high}`, true) !== undefined) return `${low}..${high}`;
  if (typeof low !== "number" || typeof high !== "number" || low <= high) return undefined;
  return `[${high}, ${low}]`;
}

/** Several codes or ids that are written without the brackets of a list. */
function guessSeveral(text: string, name: string, root: unknown): string | undefined {
  const words = text.split(/\s*[,;&/+]\s*|\s+and\s+/).map((word) => word.trim());
  if (words.length < 2) return undefined;
  const guesses = words.map((word) => (CODES.has(name) ? guessCode(word, root) : ID.test(word) ? word : undefined));
  return guesses.includes(undefined) ? undefined : `[${guesses.join(", ")}]`;
}

const ID = /^[a-z0-9][a-z0-9-]*$/;

/** The code of an actor that is written by its name, or in small letters. */
function guessCode(word: string, root: unknown): string | undefined {
  const actors = ["parties", "others"].flatMap((key) => Object.entries(Object(valueAt(root, [key]))));
  const isSame = (one: unknown): boolean => scalarText(one).toLowerCase() === word.trim().toLowerCase();
  return actors.find(([code, actor]) => isSame(code) || isSame(valueAt(actor, ["name"])))?.[0];
}

/** A name of small letters, digits and hyphens for words that are written otherwise. */
function guessName(text: string): string | undefined {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/[\s_.]+/g, "-");
  return text.length <= 60 && name !== text && ID.test(name) ? name : undefined;
}

/** The offset of a zone that is written as a number of hours. */
function guessZone(found: unknown): string | undefined {
  const [, sign, hours = "", minutes = "00"] =
    /^(?:UTC|GMT)?\s*([+-])?(\d{1,2})(?::?([03]0|45))?$/i.exec(scalarText(found)) ?? [];
  return hours === "" ? undefined : `"${sign ?? "+"}${hours.padStart(2, "0")}:${minutes}"`;
}

/** An edit that is written as a sentence. */
function guessEdit(text: string): string | undefined {
  const [, verb = "", id = "", day] =
    /^(\w+)\s+([a-z0-9][a-z0-9-]*)(?:\s+(?:to\s+)?(\d{4}-\d{2}-\d{2}))?\s*$/i.exec(text) ?? [];
  const edit = ourWordFor(verb, EDITS) ?? verb.toLowerCase();
  if (edit === "move" && day !== undefined) return `{ move: ${id}, to: "${day}" }`;
  return edit === "drop" || edit === "swap" ? `{ ${edit}: ${id} }` : undefined;
}

const EDITS = ["drop", "add", "move", "replace", "swap"];

/** A code that can stand for a name: the one that events use and nobody has, else the name in capitals. */
export function guessDeclaredCode(name: string, root: unknown): string | undefined {
  if (!/^[a-z][a-z0-9]{1,7}$/i.test(name)) return undefined;
  const declared = new Set(["parties", "others"].flatMap((key) => Object.keys(Object(valueAt(root, [key])))));
  const events = itemsOf(valueAt(root, ["events"])).slice(0, 1000);
  const used = events.flatMap((one) => (isRecord(one) ? [one["from"], one["to"]].flat() : []));
  const free = [...new Set(used)].filter(
    (code) => typeof code === "string" && code !== "unknown" && !declared.has(code),
  );
  return free.length === 1 ? String(free[0]) : free.length === 0 ? name.toUpperCase() : undefined;
}

function idsIn(root: unknown): ReadonlySet<unknown> {
  return new Set(itemsOf(valueAt(root, ["events"])).map((one) => valueAt(one, ["id"])));
}

/** The key for a date that stands where an event's id is expected. */
export function guessMoment(path: Path, word: string): string | undefined {
  return path.at(-1) === "after" && path.includes("expect") && parseSpan(word) !== undefined
    ? `at: "${word}"`
    : undefined;
}
