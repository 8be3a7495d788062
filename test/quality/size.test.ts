/** Files stay small and say what they are for. */
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const LONGEST = 400;
const MEDIAN = 100;

const sources = globSync("src/**/*.ts").map((file) => ({
  file,
  lines: readFileSync(file, "utf8").trimEnd().split("\n"),
}));
const lengths = sources.map(({ lines }) => lines.length).sort((a, b) => a - b);

test(`no source file has more than ${LONGEST} lines`, () => {
  expect(sources.filter(({ lines }) => lines.length > LONGEST).map(({ file }) => file)).toEqual([]);
});

test(`half of the source files have fewer than ${MEDIAN} lines`, () => {
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(MEDIAN);
});

test("every source file begins with its one idea", () => {
  const silent = sources.filter(({ lines }) => !lines.slice(0, 2).some((line) => line.startsWith("/**")));
  expect(silent.map(({ file }) => file)).toEqual([]);
});

test("the minutes of a day are written in one place", () => {
  const written = sources.filter(({ lines }) => lines.some((line) => /^(?!\s*(\*|\/\/|\/\*)).*\b1440\b/.test(line)));
  expect(written.map(({ file }) => file)).toEqual(["src/events/time.ts"]);
});
