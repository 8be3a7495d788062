/** A scenario that is data already is judged as one that is text, and what no file could hold is refused. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { nth } from "../../src/problem/index.ts";
import { type Diagnostic, judgeScenario, readScenario } from "../../src/scenario/index.ts";
import { mutants } from "../support/mutants.ts";
import { placesIn } from "../support/places.ts";
import { base } from "../support/scenario.ts";

const flagship = readFileSync("scenarios/iran-pakistan-2024.yaml", "utf8");

const codes = (diagnostics: readonly Diagnostic[]): ReadonlySet<string> => new Set(diagnostics.map(({ code }) => code));

test("the data of a file is the scenario of the file", () => {
  const read = readScenario(flagship, { file: "iran-pakistan-2024.yaml" });
  const judged = judgeScenario(parse(flagship), { file: "iran-pakistan-2024.yaml" });
  expect(judged.scenario).toEqual(read.scenario);
  expect(judged.diagnostics).toEqual([]);
});

/** What a text holds as data, where it holds any. */
function dataOf(text: string): unknown {
  try {
    return JSON.parse(JSON.stringify(parse(text)) ?? "null");
  } catch {
    return undefined;
  }
}

/** A scenario with a value in it put in the place of another, or left out. */
const changed: fc.Arbitrary<unknown> = fc
  .tuple(fc.nat(), fc.option(fc.jsonValue(), { nil: undefined }))
  .map(([at, to]) => {
    const value = parse(base);
    const places = placesIn(value);
    nth(places, at % places.length).put(to);
    return JSON.parse(JSON.stringify(value));
  });

test("what is wrong with data is what is wrong with a file that holds it", () => {
  fc.assert(
    fc.property(fc.oneof(mutants([base]).map(dataOf), changed), (value) => {
      fc.pre(value !== undefined && !JSON.stringify(value).includes("__proto__"));
      // JSON is YAML too; what only a text can have wrong with it is not asked of data.
      const read = readScenario(JSON.stringify(value), { file: "x" });
      const ofText = new Set([
        "hidden-character",
        "duplicate-key",
        "syntax",
        "too-deep",
        "too-large",
        "empty",
        "binary",
        "another-kind",
      ]);
      fc.pre(read.diagnostics.every(({ code }) => !ofText.has(code)) && typeof value === "object" && value !== null);
      const judged = judgeScenario(value, { file: "x" });
      // A text may be odd in more ways than its data.
      expect([...codes(judged.diagnostics)].filter((code) => !codes(read.diagnostics).has(code))).toEqual([]);
      expect(judged.scenario === undefined).toBe(read.scenario === undefined);
    }),
  );
});

test("what no file could hold is refused, and ends", () => {
  const itself: Record<string, unknown> = parse(flagship);
  itself["context"] = [itself];
  expect(judgeScenario(itself, { file: "x" }).diagnostics[0]).toMatchObject({ code: "too-deep" });
  const wide = Array.from({ length: 20 }).reduce<unknown>((one) => [one, one, one], []);
  expect(judgeScenario({ ...parse(flagship), context: wide }, { file: "x" }).scenario).toBeUndefined();
  for (const value of [undefined, null, 7, "text", [], () => 1, new Map(), 10n]) {
    expect(judgeScenario(value, { file: "x" }).scenario).toBeUndefined();
  }
});

test("all mistakes are told at once, two of a kind at two places too", () => {
  const { diagnostics } = judgeScenario({ ...parse(flagship), title: 7, purpose: 7, quiet: 7 }, { file: "x" });
  expect(diagnostics.filter(({ code }) => code === "wrong-type").map(({ path }) => path)).toEqual(
    expect.arrayContaining(["title", "quiet"]),
  );
});

test("a key that means something to JavaScript is refused as in a file", () => {
  const value = JSON.parse(`{"__proto__": {}, ${JSON.stringify(parse(flagship)).slice(1)}`);
  expect(judgeScenario(value, { file: "x" }).diagnostics).toMatchObject([{ code: "unknown-key" }]);
});

test("keys without a value are none, and a place is asked for where somebody knows it", () => {
  const data = { ...parse(flagship), quiet: undefined, title: 7 };
  const placeOf = () => ({ line: 4, column: 2, endLine: 4, endColumn: 9 });
  const { diagnostics } = judgeScenario(data, { file: "iran-pakistan-2024.yaml", placeOf });
  expect(diagnostics).toMatchObject([{ code: "wrong-type", path: "title", line: 4, column: 2 }]);
});
