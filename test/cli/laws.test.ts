import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { laws } from "../../src/laws/index.ts";
import { demarche } from "../support/cli.ts";
import { enduring, inFull } from "../support/enduring.ts";

test("laws lists every law with its sentence and how it is checked, in 80 columns", () => {
  const { code, out } = demarche(["laws", "--width", "80"]);
  expect(code).toBe(0);
  for (const { name } of laws) expect(out).toContain(`  ${name} `);
  expect(out).toContain("everywhere");
  expect(Math.max(...out.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
});

test("a law whole says what always holds, where that comes from, how it is checked and in which test", () => {
  const { code, out } = demarche(["laws", "severed-closes-missions"]);
  expect(code).toBe(0);
  const text = out.replace(/\s+/g, " ");
  for (const part of [
    "both missions are closed",
    "Art. 45",
    "at random:",
    "severed-closes-missions holds everywhere",
  ]) {
    expect(text).toContain(part);
  }
});

test("a check says on stdout what was looked at, and how long it took on stderr alone; as JSON it is as its schema says", {
  tags: "long",
}, () => {
  // In full all of them, which test/laws/laws.test.ts holds in any case; here one.
  const { code, out, err } = demarche(["laws", ...inFull([], ["severed-closes-missions"]), "--check"]);
  expect(code).toBe(0);
  expect(out).toMatch(/\d laws? held to all [\d,]+ situations .* all [\d,]+\s+steps from them: none is broken/s);
  expect(out).not.toMatch(/\d s\b/);
  const summary = /^Checked in [\d.]+ s\.( \d+ laws of histories, branches and futures can't be enumerated\.)?\n$/.exec(
    err,
  );
  expect(summary?.[1] !== undefined).toBe(enduring);
  // The same process has the table of all situations by now.
  const json = demarche(["laws", "severed-closes-missions", "--check", "--json"]).out;
  const schema = JSON.parse(readFileSync("schema/laws.schema.json", "utf8"));
  const valid = new Ajv({ strict: false, allErrors: true }).compile(schema);
  expect({ valid: valid(JSON.parse(json)), errors: valid.errors }).toEqual({ valid: true, errors: null });
});

test("an unknown law is refused with the nearest one, and one that can't be enumerated with what to do instead", () => {
  const unknown = demarche(["laws", "retun-by-consent"]);
  expect({ code: unknown.code, out: unknown.out }).toEqual({ code: 2, out: "" });
  expect(unknown.err).toContain("Did you mean return-by-consent?");
  const open = demarche(["laws", "mirror", "--check"]);
  expect(open.code).toBe(2);
  expect(open.err).toContain("mirror is a law of every history");
});
