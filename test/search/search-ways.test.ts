/** Ways to a situation: valid, shortest, different, or proved not to be there. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type ActClass, type ActId, actIds, actOf } from "../../src/events/index.ts";
import { type ChartEvent, judge, keyOf, matches, type Pattern } from "../../src/machine/index.ts";
import { type Constraints, type Found, type Searched, searchWays } from "../../src/search/index.ts";
import { patternArbitrary, situationArbitrary } from "../../src/testing/index.ts";
import { distancesFrom } from "../support/distances.ts";
import { inFull, ofAll } from "../support/enduring.ts";
import { situations } from "../support/reachable.ts";

const classes = [...new Set(actIds.map((id) => actOf(id).class))];
const actsWithout: fc.Arbitrary<readonly ActId[]> = fc.subarray([...actIds], { maxLength: 20 });
const causesWithout: fc.Arbitrary<readonly ActClass[]> = fc.subarray(classes, { maxLength: 6 });
const constraintsArbitrary: fc.Arbitrary<Constraints> = fc.record(
  {
    acts: fc.record({ without: actsWithout }),
    causes: fc.record({ without: causesWithout }),
    actors: fc.record({ without: fc.subarray(["a", "b", "both", "other", "clock"] as const, { maxLength: 3 }) }),
  },
  { requiredKeys: [] },
);

/** What constraints allow, said once more and otherwise. */
function permits({ acts, causes, actors }: Constraints): (event: ChartEvent) => boolean {
  const noActs = new Set<string>(acts?.without);
  const noCauses = new Set<string>(causes?.without);
  const nobody = new Set<string>(actors?.without);
  return ({ type, by, detail }) => {
    if (detail === "late" || detail === "held") return false;
    const who = actOf(type).class === "clock" ? ["clock"] : by === "both" ? ["a", "b", "both"] : [by];
    return !noActs.has(type) && !noCauses.has(actOf(type).class) && !who.some((one) => nobody.has(one));
  };
}

/** The shortest distance to a situation that matches. */
function distanceTo(goal: Pattern, distances: Float64Array): number {
  return situations.reduce(
    (least, one, id) => (matches(one, goal) ? Math.min(least, distances[id] ?? least) : least),
    Number.POSITIVE_INFINITY,
  );
}

function lengthOf(searched: Searched): number {
  return searched.kind === "found" ? (searched.ways[0]?.steps.length ?? Number.NaN) : Number.POSITIVE_INFINITY;
}

function found(searched: Searched): Found {
  if (searched.kind !== "found") throw new Error(`The search ended with ${searched.kind}.`);
  return searched;
}

test("every way is valid, changes something at each step, and ends where the pattern matches and nowhere before", () => {
  const input = fc.tuple(situationArbitrary(), patternArbitrary(), constraintsArbitrary);
  fc.assert(
    fc.property(input, ([from, goal, allowed]) => {
      const searched = searchWays({ from, goal, allowed, k: 3 });
      fc.pre(searched.kind === "found");
      for (const { steps, to } of searched.ways) {
        let here = from;
        for (const { event, before, after } of steps) {
          expect(before).toEqual(here);
          expect(matches(before, goal)).toBe(false);
          expect(judge(before, event)).toMatchObject({ verdict: "applied", after });
          expect(permits(allowed)(event)).toBe(true);
          here = after;
        }
        expect(here).toEqual(to);
        expect(matches(to, goal)).toBe(true);
      }
    }),
    { numRuns: ofAll(100, 12) },
  );
});

test("no shorter way exists, and where there is none the whole of what can be reached was visited", () => {
  const input = fc.tuple(fc.constantFrom(...situations), patternArbitrary(), constraintsArbitrary);
  fc.assert(
    fc.property(input, ([from, goal, allowed]) => {
      const distances = distancesFrom(from, permits(allowed));
      const searched = searchWays({ from, goal, allowed });
      expect(lengthOf(searched)).toBe(distanceTo(goal, distances));
      if (searched.kind === "unreachable") expect(searched.visited).toBe(distances.filter(Number.isFinite).length);
    }),
    { numRuns: inFull(60, ofAll(15, 5)) },
  );
});

test("the reason why nothing matches is least: without any of its regions something would", () => {
  // Where few acts are left, most goals are out of reach.
  const most: fc.Arbitrary<Constraints> = fc.record({
    acts: fc
      .subarray([...actIds], { maxLength: 3 })
      .map((left) => ({ without: actIds.filter((id) => !left.includes(id)) })),
    actors: fc.record({
      without: fc.constantFrom<"a" | "b" | "both" | "clock">("a", "b", "both", "clock").map((one) => [one]),
    }),
  });
  const goals = fc.array(patternArbitrary(), { minLength: 3, maxLength: 3 });
  // What asks for little is found at once.
  const goal = goals.map((all): Pattern => Object.assign({}, ...all)).filter((all) => Object.keys(all).length > 2);
  const input = fc.tuple(fc.constantFrom(...situations), goal, most);
  fc.assert(
    fc.property(input, ([from, goal, allowed]) => {
      const searched = searchWays({ from, goal, allowed });
      fc.pre(searched.kind === "unreachable");
      const distances = distancesFrom(from, permits(allowed));
      expect(distanceTo(searched.core, distances)).toBe(Number.POSITIVE_INFINITY);
      for (const { region, reached } of searched.regions) {
        const { [region]: _, ...others } = searched.core;
        expect(distanceTo(others, distances)).toBeLessThan(Number.POSITIVE_INFINITY);
        const stood = situations.flatMap((one, id) => (Number.isFinite(distances[id]) ? [one[region]] : []));
        expect(new Set(reached)).toEqual(new Set(stood));
      }
    }),
    { numRuns: inFull(60, ofAll(15, 5)) },
  );
});

test("to forbid something more never makes the way shorter", () => {
  const input = fc.tuple(situationArbitrary(), patternArbitrary(), constraintsArbitrary, fc.constantFrom(...actIds));
  fc.assert(
    fc.property(input, ([from, goal, allowed, act]) => {
      const fewer = { ...allowed, acts: { without: [...(allowed.acts?.without ?? []), act] } };
      const before = lengthOf(searchWays({ from, goal, allowed }));
      expect(lengthOf(searchWays({ from, goal, allowed: fewer }))).toBeGreaterThanOrEqual(before);
    }),
    { numRuns: ofAll(100, 10) },
  );
});

test("a larger budget finds what a smaller one found, and a bound that it states holds", () => {
  const budgets = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 300 }));
  fc.assert(
    fc.property(situationArbitrary(), patternArbitrary(), budgets, (from, goal, [small, more]) => {
      const [less, larger] = [small, small + more].map((budget) => searchWays({ from, goal, budget, k: 4 }));
      if (less === undefined || larger === undefined) throw new Error("There are two searches.");
      expect(less.expanded).toBeLessThanOrEqual(small);
      if (less.kind === "found") expect(found(larger).ways.slice(0, less.ways.length)).toEqual(less.ways);
      else if (less.kind === "unreachable") expect(larger).toEqual(less);
      else expect(lengthOf(larger)).toBeGreaterThan(less.noneWithin);
    }),
  );
});

test("different ways have no situation in common but their ends, and none has a step too many", () => {
  fc.assert(
    fc.property(situationArbitrary(), patternArbitrary(), constraintsArbitrary, (from, goal, allowed) => {
      const searched = searchWays({ from, goal, allowed, k: 4 });
      fc.pre(searched.kind === "found");
      const between = searched.ways.flatMap(({ steps }) => steps.slice(0, -1).map(({ after }) => keyOf(after)));
      expect(new Set(between).size).toBe(between.length);
      const lengths = searched.ways.map(({ steps }) => steps.length);
      expect(lengths).toEqual(lengths.toSorted((one, other) => one - other));
      for (const { steps } of searched.ways) {
        for (const k of steps.keys()) {
          let here = from;
          const arrives = steps.toSpliced(k, 1).every(({ event }) => {
            const { verdict, after } = judge(here, event);
            here = after;
            return verdict !== "void";
          });
          expect(arrives && matches(here, goal)).toBe(false);
        }
      }
    }),
    { numRuns: ofAll(100, 10) },
  );
});

test("what is listed as another act for a step leads to the same situation, and is allowed", () => {
  fc.assert(
    fc.property(situationArbitrary(), patternArbitrary(), constraintsArbitrary, (from, goal, allowed) => {
      const searched = searchWays({ from, goal, allowed });
      fc.pre(searched.kind === "found");
      for (const { event, before, after, instead } of searched.ways[0]?.steps ?? []) {
        expect(instead).not.toContainEqual(event);
        for (const other of instead) {
          expect(permits(allowed)(other)).toBe(true);
          expect(judge(before, other)).toMatchObject({ verdict: "applied", after });
        }
      }
    }),
  );
});
