// @module-tag long
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { madePages } from "../../scripts/reference/pages.ts";
import { demarche } from "../support/cli.ts";

test("every page of the reference is what npm run docs makes of the code today", () => {
  const made = Object.entries(madePages(demarche));
  expect(made.length).toBeGreaterThan(3);
  for (const [path, text] of made) expect.soft(readFileSync(path, "utf8"), path).toBe(text);
});
