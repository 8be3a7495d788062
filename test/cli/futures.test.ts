import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { demarche, flagship } from "../support/cli.ts";
import { ofAll } from "../support/enduring.ts";

const FUTURES = ofAll(300, 60);

const asked = ["what-if", flagship, "second-round", "--futures", String(FUTURES)] as const;

test("a what-if with then: model tells every outcome with intervals, the seed and the line that makes it again", () => {
  const { out, code } = demarche([...asked, "--seed", "9"]);
  expect(code).toBe(0);
  expect(out).toContain(`What follows in ${FUTURES} futures`);
  expect(out).toContain("seed 9");
  expect(out.replace(/\s+/g, " ")).toContain(
    `Again: demarche what-if ${flagship} second-round --futures ${FUTURES} --seed 9`,
  );
  expect(out).toMatch(/reached in \d+\.\d % \(\d+\.\d to \d+\.\d\)/);
  for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
});

test("the same seed gives the same bytes, another seed others", () => {
  const run = (seed: string): string => demarche([...asked, "--seed", seed, "--json"]).out;
  expect(run("4")).toBe(run("4"));
  expect(run("4")).not.toBe(run("5"));
});

test("as JSON it is as its schema says", () => {
  const valid = new Ajv({ strict: false, allErrors: true }).compile(
    JSON.parse(readFileSync("schema/what-if.schema.json", "utf8")),
  );
  const data = JSON.parse(demarche([...asked, "--json"]).out);
  expect({ valid: valid(data), errors: valid.errors }).toEqual({ valid: true, errors: null });
  expect(data.whatIfs[0].futures).toMatchObject({ seed: 1, futures: FUTURES });
});

test("one future is written out as a history, judged, and called one of many", () => {
  const { out, code } = demarche(["what-if", flagship, "second-round", "--run", "17"]);
  expect(code).toBe(0);
  const text = out.replace(/\s+/g, " ");
  expect(text).toContain("future 17 of second-round, seed 1");
  expect(text).toContain("One future of many");
  expect(out).not.toContain("✗ Strike");
});

test.each([
  [["--futures", "0"], /--futures 0: expected a whole number from 1/],
  [["--futures", "many"], /--futures many: expected a whole number/],
  [["--seed", "-1"], /--seed -1: expected a whole number from 0/],
  [["--run", "1.5"], /--run 1.5: expected a whole number/],
])("%j is refused", (options, message) => {
  const { code, err } = demarche(["what-if", flagship, "second-round", ...options]);
  expect(code).toBe(2);
  expect(err).toMatch(message);
});

test("--run of a what-if that nobody's doctrine goes on is refused", () => {
  const { code, err } = demarche(["what-if", flagship, "restraint-kept", "--run", "1"]);
  expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining("policy is model") });
});

test("--svg draws every outcome without the edit and with it, titled and described with its numbers", () => {
  const { code, out } = demarche([...asked, "--seed", "9", "--svg"]);
  expect(code).toBe(0);
  expect(out).toMatch(/^<svg [^>]*role="img" aria-labelledby="picture-title picture-description"/);
  expect(out.trimEnd().endsWith("</svg>")).toBe(true);
  const title = /<title [^>]*>([^<]*)<\/title>/.exec(out)?.[1];
  expect(title).toContain(`what if, second-round. ${FUTURES} futures each, seed 9`);
  const described = /<desc [^>]*>([^<]*)<\/desc>/.exec(out)?.[1] ?? "";
  const data = JSON.parse(demarche([...asked, "--seed", "9", "--json"]).out);
  const outcomes: readonly string[] = Object.keys(data.whatIfs[0].futures.outcomes);
  expect(outcomes.length).toBeGreaterThan(3);
  for (const outcome of outcomes) {
    const name = outcome.charAt(0).toUpperCase() + outcome.slice(1).replaceAll("-", " ");
    expect(out).toMatch(new RegExp(`<text[^>]*>${name}\\b[^<]*</text>`));
    expect(described).toContain(name);
  }
  expect(described).toMatch(/without the edit \d+\.\d % \(\d+\.\d to \d+\.\d\)/);
  expect(described).toContain("Pakistan answers force with strike: 0.6, from 0.3 to 0.9");
  expect(out).toContain(`Again: demarche what-if ${flagship} second-round --futures ${FUTURES} --seed 9 --svg`);
});

test("--svg draws an edit that is tried, with nothing else on stdout", () => {
  const edit = ["what-if", flagship, "--edit", "drop reprisal", "--then", "model", "--futures", "50", "--svg"];
  const { code, out } = demarche(edit);
  expect(code).toBe(0);
  expect(out).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
  expect(out).toContain(
    `Again: demarche what-if ${flagship} --edit 'drop reprisal' --then model --futures 50 --seed 1 --svg`,
  );
});

test.each([
  [["second-round", "--svg", "--json"], "--json and --svg can't be given together."],
  [["second-round", "--svg", "--mermaid"], "--mermaid and --svg can't be given together."],
  [["second-round", "--svg", "--run", "1"], "--svg and --run can't be given together."],
  [["second-round", "--svg", "--exact"], "--svg and --exact can't be given together."],
  [["restraint-kept", "--svg"], "name one what-if whose policy is model"],
  [["--edit", "drop reprisal", "--then", "keep", "--svg"], "name one what-if whose policy is model"],
])("a picture is refused: %j", (options, message) => {
  const { code, out, err } = demarche(["what-if", flagship, ...options]);
  expect({ code, out, err }).toEqual({ code: 2, out: "", err: expect.stringContaining(message) });
});
