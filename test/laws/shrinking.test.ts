/** What is found at random is made as small as can be: a walk as short as any, a history or a branch of nothing needless. */
import { describe, expect, test } from "vitest";
import { atRandom, type Law, laws, type SituationLaw, system } from "../../src/laws/index.ts";
import { matches, type Pattern, PEACE, type Situation } from "../../src/machine/index.ts";
import { searchWays } from "../../src/search/index.ts";
import { breakages } from "../support/broken.ts";
import { ofAll } from "../support/enduring.ts";

const lawText = { name: "made-up", sentence: "It is as the test says.", basis: "made up" } as const;

/** The law that no situation is as a pattern says. */
function never(goal: Pattern): SituationLaw {
  return { ...lawText, of: "situation", holds: (situation) => !matches(situation, goal) };
}

test("that both ambassadors in post mean normal relations is disproved by one threat", async () => {
  const inPost = ({ missionA, missionB }: Situation): boolean => missionA === "ambassador" && missionB === "ambassador";
  const law: Law = { ...lawText, of: "situation", holds: (one) => !inPost(one) || one.course.startsWith("normal") };
  const { example } = await atRandom(law, { seed: 7 });
  expect(example).toEqual(["2024-01-01  AAA  warn  applied: course normal.full → strained"]);
});

describe.each<Pattern>([
  { course: "normal.reduced" },
  { course: "retaliation.war", relations: "severed" },
  { missionA: "charge", missionB: "charge" },
  { missionA: "closed", ledger: "by-a", relations: "established" },
  { course: "reconciliation.talks", channels: "suspended" },
])("a walk to %j", (goal) => {
  test.each([1, 2, 7, 11, 12])("is as short as any there is, seed %i", async (seed) => {
    const { example, breach } = await atRandom(never(goal), { seed, runs: 2000 });
    const searched = searchWays({ from: PEACE, goal });
    expect(breach?.law).toBe("made-up");
    expect(searched.kind === "found" && searched.ways[0]?.steps.length).toBe(example?.length);
  });
});

/** The maximum number of lines: which of the smallest cases is found depends on what is drawn. */
describe.each([
  ["claims-never-vanish", 4],
  ["casualties-never-shrink", 4],
  ["pruning-follows-causes", 5],
  ["keeping-keeps-all", 5],
] as const)("%s, broken on purpose,", (name, lines) => {
  test.each(ofAll([7, 12], [7]))("keeps nothing that it can be broken without, seed %i", async (seed) => {
    const law = laws.find((law) => law.name === name);
    if (law === undefined) throw new Error(`no law is called ${name}`);
    const { example } = await atRandom(law, { system: { ...system, ...breakages[name]?.() }, seed, runs: 1000 });
    expect(example?.length).toBeLessThanOrEqual(lines);
  });
});
