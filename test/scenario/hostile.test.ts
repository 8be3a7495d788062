import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { visible } from "../../src/problem/index.ts";
import { codeFrame, judgeScenario } from "../../src/scenario/index.ts";
import { shortenLists } from "../../src/scenario/prepare.ts";
import { ofAll } from "../support/enduring.ts";
import { placesIn, withValueAt } from "../support/places.ts";
import { base, read } from "../support/scenario.ts";

const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;

const codes = (text: string): readonly string[] => read(text).diagnostics.map(({ code }) => code);

test("an empty file, a blank one and one of comments alone say so", () => {
  expect(codes("")).toEqual(["empty"]);
  expect(codes(" \n\n")).toEqual(["empty"]);
  expect(codes("# nothing\n").length).toBeGreaterThan(0);
});

test("a binary file is refused", () => {
  expect(codes("\u007fELF\u0000\u0001")).toEqual(["binary"]);
  expect(codes("scenario: \ufffd")).toEqual(["binary"]);
});

test("a text over 10 MB is refused before it is parsed", () => {
  expect(codes(`# ${"x".repeat(10 * 1024 * 1024)}\n${base}`)).toEqual(["too-large"]);
  expect(codes(`# ${"ä".repeat(6 * 1024 * 1024)}\n${base}`)).toEqual(["too-large"]);
});

test("aliases that stand for more than can be read are refused", () => {
  const levels = Array.from({ length: 12 }, (_, k) => `l${k + 1}: &l${k + 1} [${Array(10).fill(`*l${k}`).join(", ")}]`);
  expect(codes(`l0: &l0 [x, x]\n${levels.join("\n")}\n`)).toEqual(["too-many-aliases"]);
});

test("deep nesting is refused, in flow style and in block style", () => {
  expect(codes("[".repeat(9000))).toContain("too-deep");
  expect(codes(`a: ${"[".repeat(100)}${"]".repeat(100)}`)).toContain("too-deep");
  const block = Array.from({ length: 100 }, (_, k) => `${" ".repeat(k)}a:`).join("\n");
  expect(codes(block)).toContain("too-deep");
});

test("keys that mean something to JavaScript are only unknown keys", () => {
  for (const key of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
    expect(codes(`${key}: { polluted: yes-it-is }\n${base}`)).toContain("unknown-key");
  }
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

/** The places of a file, one for each sort: those that differ by their numbers alone are the same sort. */
function sortsOfPlaces(file: object): ReadonlyMap<string, readonly string[]> {
  return new Map(placesIn(file).map(({ path }) => [path.join(".").replace(/\.\d+/g, ".#"), path]));
}

test("a value that can't be made a text is refused wherever it stands", () => {
  // Found by a hunt in a file with groups: `from: { toString: … }` ended with a TypeError.
  const file: object = parse(readFileSync("scenarios/gulf-rift-2017.yaml", "utf8"));
  const sorts = sortsOfPlaces(file);
  expect(sorts.size).toBeGreaterThan(100);
  for (const path of [...sorts.values()].filter((_, k) => k % ofAll(1, 4) === 0)) {
    const changed = withValueAt(file, path, { toString: "no", valueOf: 1 });
    expect(judgeScenario(changed, { file: "gulf-rift-2017.yaml" }).diagnostics.length, path.join(".")).toBeGreaterThan(
      0,
    );
  }
  const wrongWho = withValueAt(file, ["events", "0", "from"], { toString: "no" });
  expect(judgeScenario(wrongWho, { file: "gulf-rift-2017.yaml" }).scenario).toBeUndefined();
  // A name is looked for among those of the parties (seed 990147).
  const wrongName = withValueAt(
    withValueAt(file, ["parties", "QAT", "name"], { toString: "Qatar" }),
    ["events", "0", "from"],
    "Qater",
  );
  expect(judgeScenario(wrongName, { file: "gulf-rift-2017.yaml" }).scenario).toBeUndefined();
});

test("carriage returns and a byte order mark change nothing", () => {
  expect(codes(`\ufeff${base.replaceAll("\n", "\r\n")}`)).toEqual([]);
});

test("nothing from a file reaches a terminal raw", () => {
  const evil = "\u001b[31m\u202eevil\u0007\u2066";
  const text = base.replace("purpose: teaching", `purpose: ${evil}`);
  const { diagnostics } = read(text);
  const shown = diagnostics
    .map((one) => `${one.message} ${one.expected} ${one.suggestion} ${one.path} ${codeFrame(text, one)}`)
    .join("\n");
  expect(shown).toContain("evil");
  expect(shown).not.toMatch(HIDDEN);
});

test("made visible, a text has nothing hidden, and what was visible is as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(visible(text)).not.toMatch(HIDDEN);
      expect(visible(visible(text))).toBe(visible(text));
    }),
  );
  // The generator counts separators and blank letters among what is visible; a reader does not see them.
  const blank = /[\u2028\u2029\u115f\u1160\u3164\uffa0]/g;
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const seen = text.replace(blank, "");
      expect(visible(seen)).toBe(seen);
      expect(visible(text)).not.toMatch(blank);
    }),
  );
  expect(visible("a\u202eb\u{e0041}\ud800\u200b")).toBe("a\\u{202E}b\\u{E0041}\\u{D800}\\u{200B}");
});

describe("a code frame", () => {
  const place = { line: 2, column: 13, endLine: 2, endColumn: 18 };

  test("marks the place though hidden characters before it were made visible", () => {
    const frame = codeFrame("a: 1\r\nb: \u202e\u001bx\tact: strik\r\nc: 2", place).split("\n");
    expect(frame[1]).toBe("> 2 | b: \\u{202E}\\u{1B}x→act: strik");
    expect(frame[2]?.indexOf("^^^^^")).toBe(frame[1]?.indexOf("strik"));
  });

  test("shows of a long line the part around the place", () => {
    const text = `a: 1\n${"x".repeat(5000)}strik${"y".repeat(5000)}\nc: 2`;
    const frame = codeFrame(text, { ...place, column: 5001, endColumn: 5006 }).split("\n");
    expect(frame[1]?.length).toBeLessThan(200);
    expect(frame[2]?.indexOf("^^^^^")).toBe(frame[1]?.indexOf("strik"));
  });

  test("is made for every place in any text, and for the end of it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.nat(5), fc.nat(70), (text, line, column) => {
        const lines = text.split("\n");
        const at = { line: Math.min(line + 1, lines.length), column: column + 1 };
        const frame = codeFrame(text, { ...at, endLine: at.line, endColumn: at.column + 1 });
        expect(frame).toContain("^");
        expect(frame).not.toMatch(HIDDEN);
      }),
    );
  });
});

test("a file broken anywhere is read or refused with places inside it, never thrown over", () => {
  const mutation = fc.record({
    at: fc.nat(base.length - 1),
    length: fc.nat(12),
    by: fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom("\t", "\n", ": ", "- ", "{", "]", "&a ", "*a", "!!x ", "'", '"', "|", "? ", "\u0000", "---\n"),
    ),
  });
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const text = mutations.reduce((t, { at, length, by }) => t.slice(0, at) + by + t.slice(at + length), base);
      const lines = text.split("\n").length;
      const { scenario, diagnostics } = read(text);
      expect(scenario !== undefined || diagnostics.length > 0).toBe(true);
      for (const { line, column } of diagnostics) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
        expect(column).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: ofAll(300, 60) },
  );
});

describe("more values than are read", () => {
  const message = (text: string) => read(text).diagnostics.map((one) => one.message);

  test("a text full of small values is refused where reading stopped", () => {
    const dense = (values: number) => `events: [${Array(values).fill("1").join(",")}]`;
    expect(message(dense(200_000))).toEqual([
      "The file holds more values than are read: 20000, and one more for every 6 characters, 500000 at most. Reading stopped here.",
    ]);
    expect(codes(dense(25_000))).not.toContain("too-large");
  });

  test("a mapping of too many keys is refused before it ends", () => {
    const keys = Array.from({ length: 50_100 }, (_, k) => `key-${k}: some words`);
    const refused = ["A mapping has more than 50000 keys, the most that are read. Reading stopped here."];
    const inBraces = `{ ${keys.join(", ")} }`;
    for (const text of ofAll([keys.join("\n"), inBraces], [inBraces])) expect(message(text)).toEqual(refused);
  });

  test("of a list that is wrong all along its first items are told", () => {
    const wrong = Array(5000).fill({ wrong: "word" });
    expect(shortenLists({ events: wrong, context: wrong })).toEqual({
      events: wrong.slice(0, 1000),
      context: wrong.slice(0, 2000),
    });
  });
});
