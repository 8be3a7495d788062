/** Every law can fail: broken on purpose, it is caught everywhere and at random, by its name and in words. */
import { describe, expect, test } from "vitest";
import { atRandom, everywhere, isDrawable, isExhaustible, laws, system, trialText } from "../../src/laws/index.ts";
import { breakages } from "../support/broken.ts";
import { ofAll } from "../support/enduring.ts";
import { reachable } from "../support/reachable.ts";

/** Of laws of the whole chart one: such a law is broken nowhere before all is enumerated, and takes long at random. */
const tried = laws.filter(({ name, of }) => ofAll(true, of !== "chart" || name === "no-conflict"));

test("there is a way to break each law, and no other", () => {
  expect(Object.keys(breakages).toSorted()).toEqual(laws.map(({ name }) => name).toSorted());
});

describe.each(tried.filter(isExhaustible))("$name, broken on purpose,", (law) => {
  test("is caught by enumeration", () => {
    const broken = { ...system, table: reachable.table, ...breakages[law.name]?.() };
    const { breaches } = everywhere([law], { system: broken });
    expect(breaches).toMatchObject([{ law: law.name, sentence: law.sentence }]);
    expect(breaches[0]?.what).toMatch(/\w/);
  });
});

describe.each(tried.filter(isDrawable))("$name, broken on purpose,", (law) => {
  test("is caught at random, and told by a case that is as small as can be", async () => {
    const broken = { ...system, ...breakages[law.name]?.() };
    const trial = await atRandom(law, { system: broken, runs: 2000, seed: 11 });
    expect(trial.breach).toMatchObject({ law: law.name, sentence: law.sentence });
    expect(trial.breach?.what).not.toMatch(/broke off|not be drawn/);
    expect(trial.example?.length).toBeLessThanOrEqual(law.of === "future" ? 60 : 9);
    const text = trialText(trial, `again ${law.name}`);
    expect(text.split("\n").at(-1)).toBe(`Again: again ${law.name}`);
    if (process.env["SHOW"]) console.log(text);
  });
});
