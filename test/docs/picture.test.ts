/** The picture in the README is a file that there is, of the flagship's record, with words for whoever does not see it. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { flagshipPicture } from "../../scripts/reference/record-picture.ts";

test("it is as the program draws it today", () => {
  const [, words = "", path = ""] =
    /!\[([^\]]+)\]\((docs\/pictures\/[^)]+)\)/.exec(readFileSync("README.md", "utf8")) ?? [];
  expect(words.length).toBeGreaterThan(80);
  expect(readFileSync(path, "utf8")).toBe(flagshipPicture());
});
