/** xstate's own search for shortest paths says the same as ours, where the alphabet is small enough for it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { getShortestPaths } from "xstate/graph";
import type { ActId } from "../../src/events/index.ts";
import {
  type ChartEvent,
  chart,
  fromKey,
  isEntitled,
  keyOf,
  PEACE,
  type Situation,
  situationOf,
  snapshotOf,
  symbols,
} from "../../src/machine/index.ts";
import { searchWays } from "../../src/search/index.ts";

/** What may happen: few acts, so that xstate ends. */
const alphabets: readonly (readonly ActId[])[] = [
  ["strike", "declare-war", "crisis-faded"],
  ["recall-ambassador", "return-ambassador", "negotiate"],
  ["strike", "agree", "return-ambassador", "commitment-kept"],
  ["bar-ambassador", "grant-agrement", "return-ambassador", "suspend-talks"],
  ["break-relations", "restore-relations", "reopen-mission", "return-ambassador"],
];

/** The details that a way may have. */
const MADE: ReadonlySet<string | undefined> = new Set([undefined, "truce", "terms"]);

/** For every situation that xstate reaches by some acts, how many steps its shortest path has. */
function shortest(acts: readonly ActId[], from: Situation): ReadonlyMap<string, number> {
  const events: readonly ChartEvent[] = symbols.filter(
    (symbol) => acts.includes(symbol.type) && MADE.has(symbol.detail) && isEntitled(symbol),
  );
  const paths = getShortestPaths(chart, {
    events,
    fromState: snapshotOf(from),
    serializeState: (snapshot) => keyOf(situationOf(snapshot)),
    limit: 100_000,
  });
  return new Map(paths.map(({ state, weight }) => [keyOf(situationOf(state)), weight]));
}

test.each(alphabets)("by %s, %s and the like ways are as long as xstate finds them", (...acts) => {
  const lengths = shortest(acts, PEACE);
  expect(lengths.size).toBeGreaterThan(3);
  for (const [key, length] of lengths) {
    const goal = fromKey(key);
    const searched = searchWays({ from: PEACE, goal, allowed: { acts: { only: acts } } });
    expect(searched).toMatchObject({ kind: "found" });
    if (searched.kind === "found") expect({ key, length: searched.ways[0]?.steps.length }).toEqual({ key, length });
  }
});

test("and what xstate does not reach is proved unreachable, of as many situations as it reaches", () => {
  const inputs = fc.constantFrom(...alphabets);
  fc.assert(
    fc.property(inputs, (acts) => {
      const goal = { course: "retaliation.war", relations: "severed" } as const;
      const searched = searchWays({ from: PEACE, goal, allowed: { acts: { only: acts } } });
      const lengths = shortest(acts, PEACE);
      expect(searched).toMatchObject({ kind: "unreachable", visited: lengths.size });
    }),
    { numRuns: 5 },
  );
});
