/** Advice: what somebody meant who wrote a date, a length of time, a share or a number otherwise than the format does. */
import { parseDuration, parseSpan } from "../events/index.ts";
import { lookAlike, nearest } from "../problem/index.ts";
import { scalarText } from "./values.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Units as people write them, how many of ours one is, and ours. */
const UNITS: readonly (readonly [string, number, string])[] = [
  ["minute min m", 1, "min"],
  ["hour hr h", 1, "h"],
  ["day d", 1, "d"],
  ["week w", 1, "w"],
  ["month mo", 30, "d"],
  ["year y", 365, "d"],
];

/** The dates that a text may mean, in the form of the format: two where day and month can be exchanged. */
export function datesMeant(written: string): readonly string[] {
  const text = written
    .trim()
    .replace(/^["'“”]+|["'“”]+$/g, "")
    .replace(/[‐-―−]/g, "-");
  const about = /^(?:~|c(?:irca|a)?\.?\s|about\s)\s*(.*\d)$/i.exec(text)?.[1];
  if (about !== undefined) return valid(datesMeant(about).map((date) => `${date}~`));
  const parts = text.split(/\s*(?:\.\.|\s-\s|\bto\b|\buntil\b|\/(?=\d{4}-)|-(?=\d{4}-\d))\s*/);
  if (parts.length === 2) {
    const [first, last] = parts.map((part) => pointMeant(part)[0]);
    if (first === undefined || last === undefined) return [];
    return valid([first <= last ? `${first}/${last}` : `${last}/${first}`]);
  }
  return valid(pointMeant(text));
}

function valid(dates: readonly string[]): readonly string[] {
  return [...new Set(dates)].filter((date) => parseSpan(date) !== undefined);
}

function pointMeant(text: string): readonly string[] {
  if (parseSpan(text) !== undefined) return [text];
  const [, date = text, time = "", zone = ""] =
    /^(.*\d)[ T](\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
  const at = time === "" ? "" : `T${time.padStart(5, "0")}${zone}`;
  return daysMeant(date).map((day) => `${day}${at}`);
}

function daysMeant(text: string): readonly string[] {
  const iso = (year: string, month: string | number, day: string): string =>
    `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const [, year, second = "", third = ""] = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return valid([iso(year, second, third), iso(year, third, second)]).slice(0, 1);
  const [, one = "", other = "", last] = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})$/.exec(text) ?? [];
  if (last !== undefined) return valid([iso(last, other, one), iso(last, one, other)]);
  const [, named] = /([a-z]{3,9})/i.exec(text) ?? [];
  const month = MONTHS.indexOf((named ?? "").slice(0, 3).toLowerCase()) + 1;
  const [, of] = /\b(\d{4})\b/.exec(text) ?? [];
  if (month === 0 || of === undefined) return [];
  const [, day] = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(text.replace(of, "")) ?? [];
  return valid([day === undefined ? `${of}-${String(month).padStart(2, "0")}` : iso(of, month, day)]);
}

/** The length of time, or with `ranges` the range of lengths, that a value may mean. */
export function durationMeant(written: unknown, ranges = false): string | undefined {
  const text = scalarText(written)
    .trim()
    .toLowerCase()
    .replace(/[‐-―−]/g, "-");
  const [, low = "", high] = /^(.*?\d\s*[a-z]*)\s*(?:\.\.\.?|-|to)\s*(\d.*)$/.exec(text) ?? [];
  if (high !== undefined) {
    const last = lengthMeant(high);
    const first = lengthMeant(/[a-z]$/.test(low) ? low : `${low}${/[a-z]+$/.exec(high)?.[0] ?? ""}`);
    if (first === undefined || last === undefined) return undefined;
    return ranges ? `${first}..${last}` : undefined;
  }
  return lengthMeant(text);
}

function lengthMeant(text: string): string | undefined {
  if (parseDuration(text) !== undefined) return text;
  const [, amount = "", unit = "d"] = /^p?t?(\d+(?:\.\d+)?)\s*([a-z]+?)?s?$/.exec(text) ?? [];
  const [, factor, sign] = UNITS.find(([names]) => names.split(" ").includes(unit || "d")) ?? [];
  if (amount === "" || factor === undefined) return undefined;
  const meant = `${Number(amount) * factor}${sign}`;
  return parseDuration(meant) === undefined ? undefined : meant;
}

/** The share from 0 to 1 that a value may mean. */
export function shareMeant(written: unknown): number | undefined {
  const text = scalarText(written).trim().replace("−", "-");
  const [, percent, sign] = /^(\d+(?:[.,]\d+)?)\s*(%|per ?cent)?$/.exec(text) ?? [];
  if (percent === undefined) return undefined;
  const value = Number(percent.replace(",", "."));
  const share = sign !== undefined || (value > 1 && value <= 100 && value === Math.round(value)) ? value / 100 : value;
  return share <= 1 && String(share) !== text ? Number(share.toPrecision(6)) : undefined;
}

/** The number, or the range of numbers, that a text may mean. */
export function numberMeant(written: unknown, between: RegExp = /\s*(?:-|–|to|\.\.)\s*/): string | undefined {
  const text = scalarText(written)
    .trim()
    .replace(/^(?:about|around|some|circa|ca\.?|at least|over|~|≈)\s*/i, "");
  const plain = /^-?\d{1,3}(?:[_,' ]\d{3})+$/.test(text) ? text.replace(/[_,' ]/g, "") : text.replaceAll("_", "");
  if (/^-?\d+(?:\.\d+)?$/.test(plain)) return plain;
  const [low = "", high = "", ...more] = plain.split(between);
  const areNumbers = [low, high].every((one) => /^\d+(?:\.\d+)?$/.test(one));
  return more.length > 0 || !areNumbers ? undefined : `[${low}, ${high}]`;
}

/** What is called otherwise in other programs. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  drop: ["remove", "delete", "cut", "skip", "omit", "without"],
  add: ["insert", "create"],
  replace: ["change", "edit", "modify"],
  move: ["shift"],
  swap: ["exchange"],
  model: ["simulate", "simulation"],
  keep: ["continue"],
  stop: ["end"],
  final: ["last", "end"],
  from: ["actor", "source", "start", "begin"],
  to: ["target", "end", "until"],
  assume: ["assumptions"],
  parties: ["actors"],
  expect: ["expectations"],
  teach: ["lessons", "questions", "quiz"],
  zone: ["timezone", "time-zone", "tz"],
  "what-if": ["what-ifs"],
  at: ["date", "when", "day"],
  act: ["type"],
  note: ["description", "comment"],
  because: ["cause", "causes", "caused-by", "reason"],
  cite: ["citation", "sources", "source", "reference", "references"],
  then: ["policy"],
  with: ["do", "response"],
  use: ["strategy"],
  chance: ["probability", "prob"],
  if: ["when", "condition"],
  count: ["number", "times"],
  ask: ["question"],
  options: ["choices"],
  says: ["text", "claim"],
  killed: ["dead", "deaths"],
  injured: ["wounded"],
  state: ["country", "nation"],
  organisation: ["organization", "igo"],
  "non-state": ["group", "militia"],
  teaching: ["education", "lesson"],
  truce: ["ceasefire", "cease-fire", "armistice"],
  void: ["invalid"],
  both: ["by-both", "all"],
};

/** What a word of other programs is called here, among the words that are possible. */
export function calledHere(word: string, known: readonly string[]): string | undefined {
  return known.find((one) => Object.hasOwn(CALLED, one) && CALLED[one]?.includes(word.toLowerCase()));
}

/** The key that is nearest to one as it was meant, look-alike signs apart. */
export function nearestKey(key: string, known: readonly string[]): string | undefined {
  return nearest(lookAlike(key)?.meant ?? key, known);
}
