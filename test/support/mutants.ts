/** Broken and hostile scenario files, made of valid ones: bytes, lines and whole parts of them changed. */
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { type Place, placesIn } from "./places.ts";

/** A change of a text that may or may not still be a scenario. */
export interface Mutation {
  readonly name: string;
  readonly change: (text: string) => string;
  readonly toString: () => string;
}

/** Texts with one to four changes, the kinds of which are drawn from everything below. */
export function mutants(bases: readonly string[]): fc.Arbitrary<string> {
  const changes = fc.array(mutation(), { minLength: 1, maxLength: 4 });
  return fc
    .tuple(fc.constantFrom(...bases), changes)
    .map(([base, some]) => some.reduce((text, one) => one.change(text), base));
}

/** One change. Its numbers are places, so that it can be made in any text. */
export function mutation(): fc.Arbitrary<Mutation> {
  const place = fc.nat(1_000_000);
  const inText = fc.tuple(fc.constantFrom(...Object.keys(OF_TEXT)), place, place).map(([name, at, more]) => {
    return named(name, [at, more], (text) => (OF_TEXT[name] ?? same)(text, at, more));
  });
  const inValue = fc.tuple(fc.constantFrom(...Object.keys(OF_VALUE)), place, place).map(([name, at, more]) => {
    return named(name, [at, more], (text) => restructured(text, OF_VALUE[name] ?? same, at, more));
  });
  return fc.oneof(inText, inValue);
}

function named(name: string, numbers: readonly number[], change: Mutation["change"]): Mutation {
  return { name, change, toString: () => `${name}(${numbers.join(", ")})` };
}

/** What can be done to a text: two numbers say where and with what. */
const OF_TEXT: Readonly<Record<string, (text: string, at: number, more: number) => string>> = {
  "flip a bit": (text, at, more) => {
    const bytes = Buffer.from(text, "utf8");
    const place = at % Math.max(1, bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << (more % 8));
    return bytes.toString("utf8");
  },
  truncate: (text, at) => text.slice(0, at % (text.length + 1)),
  "cut a piece": (text, at, more) => splice(text, at, more % 40, ""),
  "repeat a line": (text, at, more) =>
    withLines(text, at, (line) =>
      Array(1 + (more % 3))
        .fill(line)
        .concat(line),
    ),
  "delete a line": (text, at) => withLines(text, at, () => []),
  "swap lines": (text, at) => withLines(text, at, (line, next) => (next === undefined ? [line] : [next, line]), 2),
  "indent a line": (text, at, more) => withLines(text, at, (line) => [" ".repeat(more % 5) + line]),
  insert: (text, at, more) => splice(text, at, 0, SIGNS[more % SIGNS.length] ?? ""),
  "replace a word": (text, at, more) => {
    const words = [...text.matchAll(/[\w.-]+/g)];
    const word = words[at % Math.max(1, words.length)];
    return word === undefined ? text : splice(text, word.index, word[0].length, WORDS[more % WORDS.length] ?? "");
  },
  "alias bomb": (text, at) => {
    const levels = 2 + (at % 10);
    const lines = Array.from(
      { length: levels },
      (_, k) => `l${k + 1}: &l${k + 1} [${Array(8).fill(`*l${k}`).join(", ")}]`,
    );
    return `l0: &l0 [x, x]\n${lines.join("\n")}\n${text}`;
  },
  "alias within itself": (text, at) => withLines(text, at, (line) => [line.replace(/: /, ": &me [*me, *me] ")]),
  "merge key": (text, at) => withLines(text, at, (line) => [`${/^ */.exec(line)?.[0] ?? ""}<<: { a: 1 }`, line]),
};

/** What can be done to a value within the file: it gets all values of the file, and a number. */
const OF_VALUE: Readonly<Record<string, (value: unknown, all: readonly Place[], more: number) => unknown>> = {
  "wrong value": (_, __, more) => VALUES[more % VALUES.length],
  "wrong date": (_, __, more) => DATES[more % DATES.length],
  "value of another place": (_, all, more) => structuredClone(all[more % all.length]?.value),
  "in a list": (value) => [value, value],
  "in a mapping": (value, _, more) => keyed(KEYS[more % KEYS.length] ?? "a", value),
  "one more key": (value, _, more) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return { ...value, ...keyed(KEYS[more % KEYS.length] ?? "a", "x") };
  },
  "one key less": (value, _, more) => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return value.filter((__, k) => k !== more % value.length);
    const entries = Object.entries(value);
    return Object.fromEntries(entries.filter((__, k) => k !== more % entries.length));
  },
  "swapped values": (value, _, more) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const keys = Object.keys(value);
    return Object.fromEntries(
      Object.entries(value).map(([, one], k) => [keys[(k + 1 + more) % keys.length] ?? "", one]),
    );
  },
  "turned round": (value) => (Array.isArray(value) ? value.toReversed() : value),
  "many times": (value) => (Array.isArray(value) ? Array(6).fill(value).flat() : value),
  nested: (value, _, more) => Array.from({ length: more % 80 }).reduce<unknown>((inner) => ({ a: inner }), value),
};

const SIGNS = [
  "\t",
  "\n",
  ": ",
  "- ",
  "{",
  "}",
  "[",
  "]",
  "&a ",
  "*a",
  "!!js/function ",
  "'",
  '"',
  "|\n",
  ">-\n",
  "? ",
  "#",
].concat([
  "\u0000",
  "\u001b[31m",
  "\u202e",
  "\u200b",
  "\ufeff",
  "\u2028",
  "\ud800",
  "---\n",
  "...\n",
  "%YAML 1.1\n",
  "\r",
  "😀",
]);

const WORDS = [
  "__proto__",
  "constructor",
  "toString",
  "null",
  "true",
  "no",
  "1e999",
  "-1",
  "0x10",
  "strike",
  "both",
  "a",
  "clock-x",
];
const KEYS = [
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "then",
  "id",
  "because",
  "",
  "<<",
  "drop",
  "x".repeat(300),
];
const VALUES: readonly unknown[] = [
  null,
  true,
  "",
  " ",
  0,
  -1,
  1e308,
  1e-320,
  2 ** 53 + 2,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  [],
  {},
  [[]],
  [null],
  "x".repeat(5000),
  "\u001b[2J",
  "999999999w",
  "0min",
  "1d..",
  "3d..1d",
  "by-ZZZ",
  "retaliation.war",
  "clock-faded",
  "__proto__",
];
const DATES = [
  "2024-02-30",
  "9999-12-31",
  "0000-01-01",
  "2024-01-16T24:00",
  "275760-09-13",
  "2024-01-16T10:00+18:00",
  "9999-12-31T23:59-18:00",
  "0000-01-01T00:00+18:00",
  "2024-1-6",
  "-2024-01-16",
  "2024-01-16T17:00:60",
  "yesterday",
];

/** The text with one of its values changed; the same text where it is no YAML. */
function restructured(
  text: string,
  change: (value: unknown, all: readonly Place[], more: number) => unknown,
  at: number,
  more: number,
): string {
  const root: { value: unknown } = { value: undefined };
  try {
    root.value = valueIn(text);
  } catch {
    return text;
  }
  const places = placesIn(root).slice(0, 5000);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return text;
  place.put(change(place.value, places, more));
  try {
    // JSON is YAML too, and faster to write.
    if (more % 4 > 0) return JSON.stringify(root.value, null, more % 4 === 1 ? 0 : 1);
    return stringify(root.value, { ...QUOTED, aliasDuplicateObjects: more % 8 === 0 });
  } catch {
    return text;
  }
}

const values = new Map<string, unknown>();

/** The value of a text; those of the first texts, from which most mutants are made, are kept. */
function valueIn(text: string): unknown {
  const known = values.get(text);
  if (known !== undefined) return structuredClone(known);
  const value: unknown = parse(text, { maxAliasCount: 100, logLevel: "silent" });
  if (values.size < 40) values.set(text, structuredClone(value));
  return value;
}

const QUOTED = { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", lineWidth: 0 } as const;

function keyed(key: string, value: unknown): object {
  return Object.defineProperty({}, key, { value, enumerable: true, configurable: true, writable: true });
}

function withLines(
  text: string,
  at: number,
  change: (line: string, next?: string) => readonly string[],
  count = 1,
): string {
  const lines = text.split("\n");
  const place = at % lines.length;
  return lines.toSpliced(place, count, ...change(lines[place] ?? "", lines[place + 1])).join("\n");
}

function splice(text: string, at: number, length: number, by: string): string {
  const place = at % (text.length + 1);
  return text.slice(0, place) + by + text.slice(place + length);
}

function same<T>(value: T): T {
  return value;
}
