/** Coherence: which states of different regions can hold together, which contradict each other, and what is nearest. */
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

/** The rules that are decided once a region is picked, after those before it. */
const DECIDED = Object.fromEntries(
  regionNames.map((region, k) => [
    region,
    RULES.filter((rule) => rule.regions.includes(region) && rule.regions.every((one) => regionNames.indexOf(one) <= k)),
  ]),
);

/** Whether a situation contradicts itself in nothing. Every situation that can be reached is coherent. */
export function isCoherent(s: Situation): boolean {
  return RULES.every(({ holds }) => holds(s));
}

/** The rules that a situation breaks: the regions that contradict each other, and why. */
export function contradictions(s: Situation): readonly Pick<Rule, "regions" | "says">[] {
  return RULES.filter(({ holds }) => !holds(s));
}

/**
 * The coherent situation that keeps most of what was named, and then most of the rest; the course, which follows from the
 * other regions, gives way first.
 *
 * @param written the regions whose states were written
 */
export function nearestCoherent(s: Situation, written: readonly Region[]): Situation {
  const weight = (region: Region): number => (written.includes(region) ? (region === "course" ? 90 : 100) : 1);
  const cost = (one: Situation): number =>
    regionNames.reduce((sum, region) => sum + (one[region] === s[region] ? 0 : weight(region)), 0);
  let best: Situation = PEACE;
  for (const one of coherentSituations(
    regionNames.map((region) => (region === "channels" ? [s.channels] : regions[region])),
  )) {
    if (cost(one) < cost(best)) best = one;
  }
  return best;
}

/** Why no situation matches a pattern. */
export interface Impossibility {
  /** The fewest of its regions that contradict each other. */
  readonly regions: readonly Region[];
  readonly says: string;
  /** For each of them, a state that goes with all the others. */
  readonly instead: readonly (readonly [Region, string])[];
}

/**
 * Why no coherent situation matches a pattern; undefined where one does. What this calls possible may still be out of
 * reach: `search` tells.
 */
export function impossibility(pattern: Pattern): Impossibility | undefined {
  // A word that is no state is reported elsewhere.
  const isKnown = regionNames.every((region) => statesOf(region, pattern[region]).length > 0);
  if (!isKnown || findMatch(pattern) !== undefined) return undefined;
  let least = pattern;
  for (const region of regionNames) {
    const { [region]: _, ...fewer } = least;
    if (findMatch(fewer) === undefined) least = fewer;
  }
  const clashing = regionNames.filter((region) => least[region] !== undefined);
  const instead = clashing.flatMap((region) => {
    const { [region]: _, ...others } = least;
    const state = findMatch({ ...pattern, ...others, [region]: undefined })?.[region] ?? findMatch(others)?.[region];
    return state === undefined ? [] : [[region, state] as const];
  });
  const rule = RULES.find(({ regions: concerned }) => clashing.every((region) => concerned.includes(region)));
  return { regions: clashing, says: rule?.says ?? "they contradict each other", instead };
}

const cachedMatches = new Map<string, Situation | undefined>();

/** The first coherent situation that matches a pattern, kept for the patterns that are asked about again. */
function findMatch(
  pattern: { readonly [R in Region]?: string | readonly string[] | undefined },
): Situation | undefined {
  const key = JSON.stringify(regionNames.map((region) => pattern[region] ?? null));
  if (cachedMatches.has(key)) return cachedMatches.get(key);
  const allowed = regionNames.map((region) => {
    const states = statesOf(region, pattern[region]);
    // Where no rule speaks of a region, one of its states is as good as another.
    return RULES.some(({ regions: concerned }) => concerned.includes(region)) ? states : states.slice(0, 1);
  });
  const found = coherentSituations(allowed).next().value ?? undefined;
  if (cachedMatches.size > MAX_CACHED) cachedMatches.clear();
  cachedMatches.set(key, found);
  return found;
}

/** Maximum number of cached answers. */
const MAX_CACHED = 2000;

/** The coherent situations that take one of the states listed for each region. */
function* coherentSituations(
  states: readonly (readonly string[])[],
  picked: Readonly<Record<string, string>> = PEACE,
): Generator<Situation, void> {
  const [first, ...others] = states;
  const region = regionNames[regionNames.length - states.length];
  if (first === undefined || region === undefined) {
    yield picked as Situation;
    return;
  }
  const rules = DECIDED[region] ?? [];
  for (const state of first) {
    const more = { ...picked, [region]: state };
    if (rules.every(({ holds }) => holds(more as Situation))) yield* coherentSituations(others, more);
  }
}

/** The states of a region that a pattern allows; all of them where it says nothing. */
function statesOf(region: Region, wanted: string | readonly string[] | undefined): readonly string[] {
  const all: readonly string[] = regions[region];
  if (wanted === undefined) return all;
  const words = typeof wanted === "string" ? [wanted] : wanted;
  return all.filter((state) => words.some((word) => within(state, word)));
}
