/** Sides: what a file says of parties by their codes, said of the sides `a` and `b` of the chart. */
import { type Dyad, type Pattern, PEACE, type Region, regionNames, regions, type Situation } from "../machine/index.ts";
import { isCoherent } from "./coherent.ts";
import type { Outcome } from "./outcome.ts";
import type { PartyPattern } from "./schema/pattern.ts";

/** A file's pattern in the chart's terms: missions by side, `by-IRN` as `by-a`. */
export function toPattern(pattern: PartyPattern, { a, b }: Dyad): Pattern {
  const { missions, ...others } = pattern;
  const bySide = (word: string): string => word.replace(`by-${a}`, "by-a").replace(`by-${b}`, "by-b");
  const translated = Object.entries(others)
    .filter(([, wanted]) => wanted !== undefined)
    .map(([region, wanted]) => [region, typeof wanted === "string" ? bySide(wanted) : wanted?.map(bySide)]);
  return {
    ...Object.fromEntries(translated),
    ...(missions?.[a] === undefined ? {} : { missionA: missions[a] }),
    ...(missions?.[b] === undefined ? {} : { missionB: missions[b] }),
  };
}

/** The situation that a file opens with: the pattern's states over full normal relations; undefined if it names several. */
export function toOpening(pattern: PartyPattern, dyad: Dyad): Situation | undefined {
  const states: Record<string, unknown> = { ...toPattern(pattern, dyad) };
  if (Object.values(states).some((state) => typeof state !== "string")) return undefined;
  const opening: Record<string, unknown> = { ...PEACE, ...states };
  return isSituation(opening) && isCoherent(opening) ? opening : undefined;
}

function isSituation(states: Readonly<Record<string, unknown>>): states is Situation & Record<string, unknown> {
  return regionNames.every((region) => regions[region].some((state) => state === states[region]));
}

/** An outcome as it is observed of the two sides. */
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
