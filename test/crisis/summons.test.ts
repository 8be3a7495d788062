/** A summons of an envoy where there is none: possible as a record, and doubtful. */
import { expect, test } from "vitest";
import { checkSource } from "../../src/crisis/index.ts";
import { base } from "../support/scenario.ts";

const summoned = (opening: string) => {
  const text = base
    .replace("events:\n", `opening: ${opening}\nevents:\n`)
    .replace("act: recall-ambassador", "act: summon-envoy");
  return checkSource({ file: "small.yaml", text }).remarks.filter(({ code }) => code === "no-envoy");
};

test("a summons is doubtful where the other party has no mission, and not where it has one", () => {
  expect(summoned("{ relations: severed }")).toMatchObject([{ severity: "warning", line: 25, column: 10 }]);
  expect(summoned("{ missions: { IRN: closed } }")).toHaveLength(1);
  expect(summoned("{ missions: { PAK: closed } }")).toEqual([]);
  expect(summoned("{}")).toEqual([]);
});
