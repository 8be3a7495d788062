import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { demarche, flagship } from "../support/cli.ts";

const exponential = "test/fixtures/exponential.yaml";

test("where every delay is exponential, --exact tells numbers without intervals, and the line that makes them again", () => {
  const { out, code } = demarche(["what-if", exponential, "--futures", "50", "--exact"]);
  expect(code).toBe(0);
  const text = out.replace(/\s+/g, " ");
  expect(text).toMatch(/Exactly back without the edit reached in 100\.00 %.* quieter reached in 35\.\d\d %/);
  expect(text).toContain("The longest time in a situation depends on how long it has lasted");
  expect(text).toContain("--futures 50 --seed 1 --exact");
  for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
});

test("where it does not apply, it names the rule and the reason, once", () => {
  const { out } = demarche(["what-if", flagship, "second-round", "--futures", "20", "--exact"]);
  const text = out.replace(/\s+/g, " ");
  expect(
    text.match(/Nothing here has an exact answer\. Rule \d+ of [A-Z]{3} \(with [a-z-]+\) has a delay that is/g),
  ).toHaveLength(1);
});

test("as JSON it is as its schema says", () => {
  const valid = new Ajv({ strict: false, allErrors: true }).compile(
    JSON.parse(readFileSync("schema/what-if.schema.json", "utf8")),
  );
  const data = JSON.parse(demarche(["what-if", exponential, "--futures", "20", "--exact", "--json"]).out);
  expect({ valid: valid(data), errors: valid.errors }).toEqual({ valid: true, errors: null });
  expect(data.whatIfs[0].exact.force.edited).toMatchObject({ answer: "mean" });
  expect(data.whatIfs[0].exact.spell.edited).toMatchObject({ answer: "none", code: "duration-of-a-spell" });
});

test("--exact of what nobody's doctrine decides is refused", () => {
  const { code, err } = demarche(["what-if", flagship, "restraint-kept", "--exact"]);
  expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining("policy is model") });
});
