import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { madePages } from "../../scripts/reference/pages.ts";
import { demarche } from "../support/cli.ts";

test.each(Object.entries(madePages(demarche)))("%s is what npm run docs makes of the code today", (path, text) => {
  expect(readFileSync(path, "utf8")).toBe(text);
});
