/** Ways from the flagship's crisis and from peace, one by one: what holds of all ways is in search-ways.test.ts. */
import { expect, test } from "vitest";
import { createTable, PEACE, type Situation } from "../../src/machine/index.ts";
import { type Found, type Searched, searchWays, type Way } from "../../src/search/index.ts";
import { reachable, situations } from "../support/reachable.ts";

/** Where the flagship stood at the end of 18 January 2024. */
const struckBack: Situation = {
  ...PEACE,
  course: "retaliation.answered",
  ledger: "both",
  missionA: "barred",
  missionB: "recalled",
  channels: "suspended",
  posture: "force",
};

function found(searched: Searched): Found {
  if (searched.kind !== "found") throw new Error(`The search ended with ${searched.kind}.`);
  return searched;
}

const stepTexts = ({ steps }: Way): readonly string[] => steps.map(({ event }) => `${event.type} by ${event.by}`);

test("from 18 January 2024 either party brings war by declaring it, and each leaves other measures standing", () => {
  const { ways } = found(searchWays({ from: struckBack, goal: { course: "retaliation.war" }, k: 5 }));
  expect(ways.map(stepTexts).slice(0, 3)).toEqual([
    ["declare-war by a"],
    ["declare-war by b"],
    ["declare-war by both"],
  ]);
  expect(ways[2]?.steps[0]?.instead.map(({ type, by }) => `${type} by ${by}`)).toEqual(["war-battle by both"]);
});

test("from 18 January 2024 full relations come back in two steps, and without an agreement, too", () => {
  const { ways } = found(searchWays({ from: struckBack, goal: { course: "normal.full" }, k: 3 }));
  expect(ways.map(stepTexts)).toEqual([
    ["grant-agrement by b", "return-ambassador by both"],
    ["grant-agrement by both", "return-ambassador by both"],
    ["return-ambassador by b", "grant-agrement by b", "return-ambassador by a"],
  ]);
});

test("severed relations with an ambassador in post are proved to be out of reach", () => {
  const goal = { relations: "severed", missionB: "ambassador" } as const;
  const searched = searchWays({ from: struckBack, goal, table: reachable.table });
  expect(searched).toMatchObject({
    kind: "unreachable",
    visited: situations.length,
    core: { relations: "severed", missionB: "ambassador" },
  });
});

test("one party alone can't bring war, and the reason names what was never reached", () => {
  const searched = searchWays({
    from: PEACE,
    goal: { course: "retaliation.war", channels: "open" },
    allowed: { actors: { only: ["a"] } },
  });
  expect(searched).toMatchObject({ kind: "unreachable", core: { course: "retaliation.war" } });
});

test("a goal three steps away leaves most of the table empty", () => {
  const table = createTable();
  const goal = { course: "reconciliation.settled", missionA: "expelled", ledger: "both" } as const;
  const { ways, visited, expanded } = found(searchWays({ from: PEACE, goal, table }));
  expect(ways[0]?.steps).toHaveLength(3);
  expect(visited).toBeLessThan(situations.length / 5);
  expect(expanded).toBeLessThan(situations.length / 40);
  expect(table.size()).toBeLessThan(situations.length / 5);
});

test("a goal that holds already takes no step; a budget that is no budget is refused", () => {
  expect(found(searchWays({ from: PEACE, goal: {} })).ways).toEqual([{ from: PEACE, to: PEACE, steps: [] }]);
  expect(() => searchWays({ from: PEACE, goal: { course: "strike" }, budget: 0 })).toThrow(/budget/);
  expect(() => searchWays({ from: PEACE, goal: { course: "strike" }, k: 1.5 })).toThrow(/1.5/);
});

test("when the budget ends, what came closest is told, with a way to it", () => {
  const goal = { course: "retaliation.war", relations: "severed", missionA: "closed" } as const;
  const searched = searchWays({ from: PEACE, goal, budget: 1 });
  expect(searched).toMatchObject({ kind: "budget", noneWithin: 1, expanded: 1, closest: { matched: 2, of: 3 } });
});
