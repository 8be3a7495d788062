/** Why nothing matches: the least part of a pattern that no situation of a list has, and what was closest. */
import { matches, type Pattern, type Region, regionNames, type Situation, within } from "../machine/index.ts";
import { minimal } from "./minimal.ts";

/** A region in which a state that was looked for never stood. */
export interface Missed {
  readonly region: Region;
  readonly wanted: readonly string[];
  /** Every state in which the region did stand. */
  readonly reached: readonly string[];
}

/** Why a pattern matches none of some situations. */
export interface Hindrance {
  /** The least part of the pattern that matches none of them: without any one of its regions it would match some. */
  readonly core: Pattern;
  /** The regions of that part. Where it is one region, its states were never reached; else never all at once. */
  readonly regions: readonly Missed[];
}

export function findHindrance(goal: Pattern, situations: readonly Situation[]): Hindrance {
  const namedRegions = regionsNamedIn(goal);
  const isMissed = (some: readonly Region[]): boolean => {
    const part = partOf(goal, some);
    return !situations.some((situation) => matches(situation, part));
  };
  // A single region that is never there says more than two that are never there together.
  const alone = namedRegions.find((region) => isMissed([region]));
  const regions = alone === undefined ? minimal(namedRegions, isMissed) : [alone];
  return {
    core: partOf(goal, regions),
    regions: regions.map((region) => ({
      region,
      wanted: wantedOf(goal, region),
      reached: [...new Set(situations.map((situation) => situation[region]))],
    })),
  };
}

/** In how many of the regions that a pattern names a situation matches it. */
export function likeness(situation: Situation, goal: Pattern): number {
  return regionsNamedIn(goal).filter((region) =>
    wantedOf(goal, region).some((state) => within(situation[region], state)),
  ).length;
}

export function regionsNamedIn(goal: Pattern): readonly Region[] {
  return regionNames.filter((region) => goal[region] !== undefined);
}

function wantedOf(goal: Pattern, region: Region): readonly string[] {
  const wanted: string | readonly string[] | undefined = goal[region];
  return wanted === undefined ? [] : typeof wanted === "string" ? [wanted] : wanted;
}

function partOf(goal: Pattern, some: readonly Region[]): Pattern {
  return Object.fromEntries(Object.entries(goal).filter(([region]) => some.some((one) => one === region)));
}
