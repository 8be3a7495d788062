import { expect, test } from "vitest";
import { nth, present } from "../../src/problem/index.ts";

test("a place at which nothing stands, and what is not there, are defects and no zero", () => {
  expect(nth([0, 1], 1)).toBe(1);
  expect(() => nth([0, 1], 2)).toThrow("Nothing stands at place 2 of 2: a defect of ours.");
  expect(present(0, "number")).toBe(0);
  expect(() => present(new Map<string, number>().get("x"), "number of x")).toThrow(
    "There is no number of x: a defect of ours.",
  );
});
