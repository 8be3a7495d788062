/** Coherence: which states of different regions can stand together, which contradict each other, and what is nearest. */
import { type Pattern, PEACE, type Region, regionNames, regions, type Situation, within } from "../machine/index.ts";

/** A rule of what stands together: the regions it speaks of, what it says, and whether a situation keeps it. */
interface Rule {
  readonly regions: readonly Region[];
  readonly says: string;
  readonly holds: (s: Situation) => boolean;
}

const isNormal = (s: Situation): boolean => s.course.startsWith("normal");

const RULES: readonly Rule[] = [
  {
    regions: ["relations", "missionA", "missionB"],
    says: "severed relations leave both missions closed",
    holds: (s) => s.relations === "established" || (s.missionA === "closed" && s.missionB === "closed"),
  },
  {
    regions: ["course", "relations"],
    says: "normal, strained and withdrawn need relations, and the course severed needs that they are severed",
    holds: (s) =>
      s.relations === "severed"
        ? !/^(normal|strained|ambassadors-recalled\.withdrawn)/.test(s.course)
        : s.course !== "ambassadors-recalled.severed",
  },
  {
    // What was agreed may still be owed: a signed peace ends the crisis and no promise.
    regions: ["course", "ledger", "posture", "measures"],
    says: "a normal relation is calm: ledger clear, posture none, no measures",
    holds: (s) => !isNormal(s) || (s.ledger === "clear" && s.posture === "none" && s.measures === "none"),
  },
  {
    regions: ["course", "missionA", "missionB"],
    says: "normal is full with both ambassadors in post, and reduced otherwise",
    holds: (s) =>
      !isNormal(s) || (s.course === "normal.full") === (s.missionA === "ambassador" && s.missionB === "ambassador"),
  },
  {
    regions: ["course", "ledger"],
    says: "strained means that nobody has used force, strike that one party has, and retaliation that both have",
    holds: (s) => {
      if (s.course === "strained") return s.ledger === "clear";
      if (s.course === "strike") return s.ledger.startsWith("by-");
      return !s.course.startsWith("retaliation") || s.ledger === "both";
    },
  },
];

/** Whether a situation contradicts itself in nothing. Every situation that can be reached is coherent. */
export function isCoherent(s: Situation): boolean {
  return RULES.every(({ holds }) => holds(s));
}

/** The rules that a situation breaks: the regions that contradict each other, and what is said of them. */
export function contradictions(s: Situation): readonly Pick<Rule, "regions" | "says">[] {
  return RULES.filter(({ holds }) => !holds(s));
}

/**
 * The coherent situation that keeps most of what was named, and then most of the rest; the course, which follows from the
 * other regions, gives way first.
 *
 * @param named the regions whose states were written
 */
export function nearestCoherent(s: Situation, named: readonly Region[]): Situation {
  const weight = (region: Region): number => (named.includes(region) ? (region === "course" ? 90 : 100) : 1);
  const cost = (one: Situation): number =>
    regionNames.reduce((sum, region) => sum + (one[region] === s[region] ? 0 : weight(region)), 0);
  let best: Situation = PEACE;
  for (const one of coherent(regionNames.map((region) => (region === "channels" ? [s.channels] : regions[region])))) {
    if (cost(one) < cost(best)) best = one;
  }
  return best;
}

/**
 * Whether any coherent situation matches a pattern. What this calls possible may still be out of reach: `search` tells.
 */
export function isPossible(pattern: Pattern): boolean {
  const asked = regionNames.map((region) => statesOf(region, pattern[region]));
  return coherent(asked).next().done !== true;
}

/** The coherent situations that take one of the states listed for each region. */
function* coherent(
  states: readonly (readonly string[])[],
  picked: Readonly<Record<string, string>> = PEACE,
): Generator<Situation, void> {
  const [first, ...others] = states;
  const region = regionNames[regionNames.length - states.length];
  if (first === undefined || region === undefined) {
    if (isCoherent(picked as Situation)) yield picked as Situation;
    return;
  }
  for (const state of first) yield* coherent(others, { ...picked, [region]: state });
}

/** The states of a region that a pattern allows; all of them where it says nothing. */
function statesOf(region: Region, wanted: string | readonly string[] | undefined): readonly string[] {
  const all: readonly string[] = regions[region];
  if (wanted === undefined) return all;
  const words = typeof wanted === "string" ? [wanted] : wanted;
  return all.filter((state) => words.some((word) => within(state, word)));
}
