/** Sides: what a file says of parties by their codes, translated to the sides `a` and `b` of the chart. */
import type { StandingMeasure } from "../dossier/index.ts";
import { type Dyad, type Pattern, PEACE, type Region, regionNames, regions, type Situation } from "../machine/index.ts";
import { contradictions, isCoherent, nearestCoherent } from "./coherence.ts";
import type { Outcome } from "./outcome.ts";
import { listOf } from "./schema/event.ts";
import type { Opening, PartyPattern } from "./schema/pattern.ts";
import { dropUndefined } from "./values.ts";
import { regionKey, stateWord } from "./words.ts";

/** A file's pattern in the chart's terms: missions by side, `by-IRN` as `by-a`. */
export function toPattern(pattern: PartyPattern, { a, b }: Dyad): Pattern {
  const { missions, ...others } = pattern;
  const bySide = (word: string): string => word.replace(`by-${a}`, "by-a").replace(`by-${b}`, "by-b");
  const translated = Object.entries(others)
    .filter(([, wanted]) => wanted !== undefined)
    .map(([region, wanted]) => [region, typeof wanted === "string" ? bySide(wanted) : wanted?.map(bySide)]);
  return {
    ...Object.fromEntries(translated),
    ...dropUndefined({ missionA: missions?.[a], missionB: missions?.[b] }),
  };
}

/**
 * The situation that a file opens with: what it names over full normal relations, and what follows from that. Undefined if
 * it names several states of a region, or what contradicts itself.
 */
export function toOpening(written: Opening, dyad: Dyad): Situation | undefined {
  const opening = { ...PEACE, ...openingStates(written, dyad) };
  return isSituation(opening) && isCoherent(opening) ? opening : undefined;
}

/** Why an opening is no situation, in a sentence, and the nearest that holds. */
export function openingFault(written: Opening, dyad: Dyad): { readonly why: string; readonly nearest?: string } {
  const opening = { ...PEACE, ...openingStates(written, dyad) };
  if (!isSituation(opening)) {
    const several = regionNames.filter((region) => !isState(region, opening[region]));
    return { why: `${several.map((region) => regionKey(region, dyad)).join(" and ")} can be in one state only` };
  }
  const { measures, ...pattern } = written;
  const words = { ...toPattern(pattern, dyad), ...measuresState(measures, dyad) };
  const statedRegions = regionNames.filter((region) => region in words);
  const near = nearestCoherent(opening, statedRegions);
  const text = (s: Situation, region: Region): string => `${regionKey(region, dyad)} ${stateWord(s[region], dyad)}`;
  const why = contradictions(opening).map(({ regions: parts, says }) => {
    const both = parts.filter((region) => statedRegions.includes(region) || near[region] !== opening[region]);
    return `${both.map((region) => text(opening, region)).join(" with ")} (${says})`;
  });
  const changed = regionNames.filter((region) => near[region] !== opening[region]);
  return { why: `it has ${why.join(", and ")}`, nearest: changed.map((region) => text(near, region)).join(", ") };
}

/** The states that an opening names, and those that follow from them. */
function openingStates({ measures, ...pattern }: Opening, dyad: Dyad): Readonly<Record<string, unknown>> {
  const states: Record<string, unknown> = { ...toPattern(pattern, dyad), ...measuresState(measures, dyad) };
  return { ...impliedStates(states), ...states };
}

function isSituation(states: Readonly<Record<string, unknown>>): states is Situation & Record<string, unknown> {
  return regionNames.every((region) => isState(region, states[region]));
}

function isState(region: Region, written: unknown): boolean {
  return regions[region].some((state) => state === written);
}

/** What stands at the opening, as measures without an event. */
export function standingIn({ measures = {} }: Pick<Opening, "measures">, since: number): readonly StandingMeasure[] {
  return Object.entries(measures).flatMap(([by, kinds]) =>
    listOf(kinds).map((kind) => ({ kind, by, since, event: "opening" })),
  );
}

function measuresState(measures: Opening["measures"], { a, b }: Dyad): { readonly measures?: string } {
  if (measures === undefined) return {};
  const [ofA, ofB] = [measures[a] !== undefined, measures[b] !== undefined];
  return { measures: ofA && ofB ? "both" : ofA ? "by-a" : ofB ? "by-b" : "none" };
}

/** What an opening need not say: severed relations close missions and channels, and the course follows from the rest. */
function impliedStates(states: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const { relations, course, missionA, missionB, measures, posture } = states;
  if (relations === "severed" || course === SEVERED) {
    const severed = { relations: "severed", missionA: "closed", missionB: "closed", channels: "suspended" };
    return course === undefined ? { ...severed, course: SEVERED } : severed;
  }
  if (measures !== undefined || posture !== undefined) return { course: "strained" };
  const away = [missionA, missionB].some((mission) => mission !== undefined && mission !== "ambassador");
  return away ? { course: "normal.reduced" } : {};
}

const SEVERED = "ambassadors-recalled.severed";

export function toOutcome(outcome: Outcome<PartyPattern, string>, dyad: Dyad): Outcome {
  if ("pattern" in outcome) return { ...outcome, pattern: toPattern(outcome.pattern, dyad) };
  return "region" in outcome ? { ...outcome, region: toRegion(outcome.region, dyad) } : outcome;
}

/** The region that a file calls by its name, or `missions.IRN`. */
function toRegion(written: string, { a }: Dyad): Region {
  const [region, code] = written.split(".");
  if (region === "missions") return code === a ? "missionA" : "missionB";
  return region as Region;
}
