/** What a scenario's futures rest on, and what each number's basis is. */
import { expect, test } from "vitest";
import { assumptionsOf } from "../../src/futures/index.ts";
import { base, read } from "../support/scenario.ts";

/** Name and basis of the numbers that the small scenario rests on when its rule is written so. */
function basesOf(rule: string): Readonly<Record<string, string | undefined>> {
  const { scenario } = read(base.replace(/PAK:\n {4}- \{ answer: strike.*\n/, `PAK: ${rule}\n`));
  if (scenario === undefined) throw new Error("The small scenario must be readable.");
  const own = assumptionsOf(scenario).filter(({ name }) => !name.startsWith("default."));
  return Object.fromEntries(own.map(({ name, basis }) => [name, basis]));
}

test("a rule's basis is the basis of the chance and the delay that stand in it", () => {
  expect(basesOf("[{ answer: strike, with: strike, chance: 0.5, after: 2d, basis: the record }]")).toEqual({
    "PAK.1.chance": "the record",
    "PAK.1.after": "the record",
  });
});

test("an assumption that a rule names keeps its own basis", () => {
  expect(basesOf("[{ answer: strike, with: strike, chance: resolve, after: 2d, basis: the record }]")).toEqual({
    resolve: "judgement",
    "PAK.1.after": "the record",
  });
});

test("a rule without a basis leaves its numbers without one", () => {
  const bare = basesOf("[{ answer: strike, with: strike, chance: 0.5 }]");
  expect(Object.entries(bare)).toEqual([["PAK.1.chance", undefined]]);
});

test("what always happens at once rests on no number", () => {
  expect(basesOf("[{ answer: strike, with: strike, chance: 1, after: 0d }]")).toEqual({});
});

test("a strategy's basis is that of the parameters it sets, and the others keep the strategy's", () => {
  const bases = basesOf("{ use: tit-for-tat, answers: 0.6, basis: the record }");
  expect(bases["PAK.answers"]).toBe("the record");
  expect(bases["PAK.median"]).toBeDefined();
  expect(bases["PAK.median"]).not.toBe("the record");
});
