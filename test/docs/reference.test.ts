import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { referencePages } from "../../scripts/reference/pages.ts";

test.each(Object.entries(referencePages()))("%s is what npm run docs makes of the code today", (path, text) => {
  expect(readFileSync(path, "utf8")).toBe(text);
});
