/** Advice: what was meant by a date, a length of time, a share or a number that is not in the form of the format. */
import { parseDuration, parseSpan } from "../events/index.ts";
import { lookAlike, nearest, scalarText } from "../problem/index.ts";

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
export function guessDates(written: string): readonly string[] {
  const text = written
    .trim()
    .replace(/^["'“”]+|["'“”]+$/g, "")
    .replace(/[‐-―−]/g, "-");
  const approximate = /^(?:~|c(?:irca|a)?\.?\s|about\s)\s*(.*\d)$/i.exec(text)?.[1];
  if (approximate !== undefined) return keepValid(guessDates(approximate).map((date) => `${date}~`));
  const parts = text.split(/\s*(?:\.\.|\s-\s|\bto\b|\buntil\b|\/(?=\d{4}-)|-(?=\d{4}-\d))\s*/);
  if (parts.length === 2) {
    const [first, last] = parts.map((part) => guessPoint(part)[0]);
    if (first === undefined || last === undefined) return [];
    return keepValid([first <= last ? `${first}/${last}` : `${last}/${first}`]);
  }
  return keepValid(guessPoint(text));
}

function keepValid(dates: readonly string[]): readonly string[] {
  return [...new Set(dates)].filter((date) => parseSpan(date) !== undefined);
}

function guessPoint(text: string): readonly string[] {
  if (parseSpan(text) !== undefined) return [text];
  const [, date = text, time = "", zone = ""] =
    /^(.*\d)[ T](\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? [];
  const at = time === "" ? "" : `T${time.padStart(5, "0")}${zone}`;
  return guessDays(date).map((day) => `${day}${at}`);
}

function guessDays(text: string): readonly string[] {
  const iso = (year: string, month: string | number, day: string): string =>
    `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const [, year, second = "", third = ""] = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return keepValid([iso(year, second, third), iso(year, third, second)]).slice(0, 1);
  const [, firstNumber = "", secondNumber = "", last] = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})$/.exec(text) ?? [];
  if (last !== undefined)
    return keepValid([iso(last, secondNumber, firstNumber), iso(last, firstNumber, secondNumber)]);
  const [, monthName] = /([a-z]{3,9})/i.exec(text) ?? [];
  const month = MONTHS.indexOf((monthName ?? "").slice(0, 3).toLowerCase()) + 1;
  const [, ofYear] = /\b(\d{4})\b/.exec(text) ?? [];
  if (month === 0 || ofYear === undefined) return [];
  const [, day] = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(text.replace(ofYear, "")) ?? [];
  return keepValid([day === undefined ? `${ofYear}-${String(month).padStart(2, "0")}` : iso(ofYear, month, day)]);
}

/** The length of time, or with `ranges` the range of lengths, that a value may mean. */
export function guessDuration(written: unknown, ranges = false): string | undefined {
  const text = scalarText(written)
    .trim()
    .toLowerCase()
    .replace(/[‐-―−]/g, "-");
  const [, low = "", high] = /^(.*?\d\s*[a-z]*)\s*(?:\.\.\.?|-|to)\s*(\d.*)$/.exec(text) ?? [];
  if (high !== undefined) {
    const last = guessLength(high);
    const first = guessLength(/[a-z]$/.test(low) ? low : `${low}${/[a-z]+$/.exec(high)?.[0] ?? ""}`);
    if (first === undefined || last === undefined) return undefined;
    return ranges ? `${first}..${last}` : undefined;
  }
  return guessLength(text);
}

function guessLength(text: string): string | undefined {
  if (parseDuration(text) !== undefined) return text;
  const [, amount = "", unit = "d"] = /^p?t?(\d+(?:\.\d+)?)\s*([a-z]+?)?s?$/.exec(text) ?? [];
  const [, factor, ourUnit] = UNITS.find(([names]) => names.split(" ").includes(unit || "d")) ?? [];
  if (amount === "" || factor === undefined) return undefined;
  const length = `${Number(amount) * factor}${ourUnit}`;
  return parseDuration(length) === undefined ? undefined : length;
}

/** The share from 0 to 1 that a value may mean. */
export function guessShare(written: unknown): number | undefined {
  const text = scalarText(written).trim().replace("−", "-");
  const [, percent, sign] = /^(\d+(?:[.,]\d+)?)\s*(%|per ?cent)?$/.exec(text) ?? [];
  if (percent === undefined) return undefined;
  const value = Number(percent.replace(",", "."));
  const share = sign !== undefined || (value > 1 && value <= 100 && value === Math.round(value)) ? value / 100 : value;
  return share <= 1 && String(share) !== text ? Number(share.toPrecision(6)) : undefined;
}

/** The number, or the range of numbers, that a text may mean. */
export function guessNumber(written: unknown, between: RegExp = /\s*(?:-|–|to|\.\.)\s*/): string | undefined {
  const text = scalarText(written)
    .trim()
    .replace(/^(?:about|around|some|circa|ca\.?|at least|over|~|≈)\s*/i, "");
  const plain = /^-?\d{1,3}(?:[_,' ]\d{3})+$/.test(text) ? text.replace(/[_,' ]/g, "") : text.replaceAll("_", "");
  if (/^-?\d+(?:\.\d+)?$/.test(plain)) return plain;
  const [low = "", high = "", ...more] = plain.split(between);
  const areNumbers = [low, high].every((one) => /^\d+(?:\.\d+)?$/.test(one));
  return more.length > 0 || !areNumbers ? undefined : `[${low}, ${high}]`;
}

/** What other programs call our keys and words. */
const WORDS_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
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

/** Our word, among those that are possible here, for a word of other programs. */
export function ourWordFor(word: string, known: readonly string[]): string | undefined {
  return known.find((one) => Object.hasOwn(WORDS_ELSEWHERE, one) && WORDS_ELSEWHERE[one]?.includes(word.toLowerCase()));
}

/** The known key that is nearest to a given one, with look-alike characters replaced. */
export function nearestKey(key: string, known: readonly string[]): string | undefined {
  return nearest(lookAlike(key)?.meant ?? key, known);
}
