import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { demarche, flagship } from "../support/cli.ts";

const asked = ["what-if", flagship, "second-round", "--futures", "300"] as const;

test("a what-if with then: model tells every outcome with intervals, the seed and the line that makes it again", () => {
  const { out, code } = demarche([...asked, "--seed", "9"]);
  expect(code).toBe(0);
  expect(out).toContain("What follows in 300 futures");
  expect(out).toContain("seed 9");
  expect(out.replace(/\s+/g, " ")).toContain(`Again: demarche what-if ${flagship} second-round --futures 300 --seed 9`);
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
  expect(data.whatIfs[0].futures).toMatchObject({ seed: 1, futures: 300 });
});

test("one future is written out as a history, judged, and called one of many", () => {
  const { out, code } = demarche(["what-if", flagship, "second-round", "--run", "17"]);
  expect(code).toBe(0);
  const told = out.replace(/\s+/g, " ");
  expect(told).toContain("future 17 of second-round, seed 1");
  expect(told).toContain("One future of many");
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
