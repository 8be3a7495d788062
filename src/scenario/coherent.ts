/** Coherence: what every situation keeps to, whatever has happened; and patterns that ask for more than that allows. */
import { type Pattern, PEACE, type Region, regionNames, regions, type Situation, within } from "../machine/index.ts";

/** Whether a situation contradicts itself in nothing. Every situation that can be reached is coherent. */
export function isCoherent(s: Situation): boolean {
  const closed = s.relations === "established" || (s.missionA === "closed" && s.missionB === "closed");
  const inPost = s.missionA === "ambassador" && s.missionB === "ambassador";
  const calm = !s.course.startsWith("normal") || (s.ledger === "clear" && s.terms === "none");
  const full = !s.course.startsWith("normal") || (s.course === "normal.full") === inPost;
  const ledger =
    s.course === "strike" ? s.ledger.startsWith("by-") : !s.course.startsWith("retaliation") || s.ledger === "both";
  return closed && calm && full && ledger;
}

/**
 * Whether any coherent situation matches a pattern. What this calls possible may still be out of reach: `search` tells.
 */
export function isPossible(pattern: Pattern): boolean {
  const asked = regionNames.map((region): readonly string[] => statesOf(region, pattern[region]));
  const picked: Record<string, string> = { ...PEACE };
  const tryFrom = (k: number): boolean => {
    const region = regionNames[k];
    if (region === undefined) return isCoherent(picked as Situation);
    return (asked[k] ?? []).some((state) => {
      picked[region] = state;
      return tryFrom(k + 1);
    });
  };
  return tryFrom(0);
}

/** The states of a region that a pattern allows; all of them where it says nothing. */
function statesOf(region: Region, wanted: string | readonly string[] | undefined): readonly string[] {
  const all: readonly string[] = regions[region];
  if (wanted === undefined) return all;
  const words = typeof wanted === "string" ? [wanted] : wanted;
  return all.filter((state) => words.some((word) => within(state, word)));
}
