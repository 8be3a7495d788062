import { globSync, readFileSync } from "node:fs";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { isProblem, Problem } from "../../src/problem/index.ts";

const problem = new Problem("no-such-act", 'There is no act "expell".', {
  suggestion: "expel-diplomats",
  expected: "demarche acts lists them.",
  place: { file: "crisis.yaml", line: 3, column: 7 },
  data: { act: "expell" },
});

test("its message says what was found, the nearest valid word, and what was expected", () => {
  expect(problem.message).toBe('There is no act "expell". Did you mean expel-diplomats? demarche acts lists them.');
});

test("its parts are there for programs, and clutter no console", () => {
  expect(problem).toMatchObject({ code: "no-such-act", sentence: 'There is no act "expell".' });
  expect(problem.place).toEqual({ file: "crisis.yaml", line: 3, column: 7 });
  expect(problem.data).toEqual({ act: "expell" });
  expect(inspect(problem)).not.toContain("suggestion");
});

test("one is told from other errors, and from those of other codes", () => {
  expect([isProblem(problem), isProblem(problem, "full", "no-such-act")]).toEqual([true, true]);
  expect([isProblem(problem, "full"), isProblem(new Error("no-such-act"))]).toEqual([false, false]);
});

test("it is the one error there is", () => {
  const others = globSync("src/**/*.ts").filter((file) => / extends \w*Error\b/.test(readFileSync(file, "utf8")));
  // Its own, and one that canonical JSON throws to itself.
  expect(others.toSorted()).toEqual(["src/events/canonical.ts", "src/problem/problem.ts"]);
});
