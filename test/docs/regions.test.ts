/** The page on searching says what each region costs; here it is counted again. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { asksOf } from "../../src/machine/guards.ts";
import { chart, regionNames, regions, requirements, symbols, transitionsOf } from "../../src/machine/index.ts";
import { situations } from "../support/reachable.ts";

const page = readFileSync("docs/explanation/search.md", "utf8");

test("each region multiplies the situations by as much as the page on searching says", () => {
  const rows = regionNames.map((region) => {
    const others = regionNames.filter((one) => one !== region);
    const without = new Set(situations.map((situation) => others.map((one) => situation[one]).join())).size;
    const factor = (situations.length / without).toFixed(1);
    return `| ${region} | ${regions[region].length} | ${without.toLocaleString("en")} | ${factor} |`;
  });
  expect(page).toContain(`\n${rows.join("\n")}\n`);
  expect(page).toContain(`of the ${situations.length.toLocaleString("en")} where`);
});

test("the channels are the only region that nothing asks", () => {
  const byGuards = transitionsOf(chart.root).flatMap(({ guard }) => (guard === undefined ? [] : asksOf(guard)));
  const byLaw = Object.values(requirements).flatMap(({ holds }) => symbols.flatMap(holds).flatMap(Object.keys));
  const asked = new Set<string>([...byGuards.map(([region]) => region), ...byLaw]);
  expect(regionNames.filter((region) => !asked.has(region))).toEqual(["channels"]);
});
