import { expect, test } from "vitest";
import { regions } from "../../src/machine/index.ts";
import { topState } from "../../src/views/ribbon.ts";
import { courseStyles } from "../../src/views/styles.ts";
import { demarche } from "../support/cli.ts";

test("every course has a style, and severed relations are no mere absence of ambassadors", () => {
  expect(regions.course.filter((state) => courseStyles[topState(state)] === undefined)).toEqual([]);
  expect(topState("ambassadors-recalled.severed")).not.toBe(topState("ambassadors-recalled.withdrawn"));
});

test("the ribbon tells a strained relation from a normal one, and names severed relations as tables do", () => {
  expect(demarche(["replay", "uk-russia-2018"]).out).toContain("▂ strained");
  const { out } = demarche(["replay", "falklands-1982"]);
  expect(out).toContain("░ relations severed");
  expect(out).not.toContain("ambassadors-recalled");
});
