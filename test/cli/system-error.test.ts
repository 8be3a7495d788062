import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isSystemError, systemCode } from "../../src/cli/system-error.ts";
import { Problem } from "../../src/problem/index.ts";

test("what a system says of a file is one, and a problem is none, though both have a code", () => {
  let missing: unknown;
  try {
    readFileSync("no/such/file");
  } catch (error) {
    missing = error;
  }
  expect([isSystemError(missing), systemCode(missing)]).toEqual([true, "ENOENT"]);
  const problem = new Problem("stopped", "The disk is full.");
  expect([isSystemError(problem), systemCode(problem), systemCode(new Error("x"))]).toEqual([
    false,
    undefined,
    undefined,
  ]);
});
