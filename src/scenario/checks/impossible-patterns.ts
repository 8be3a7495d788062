/** Patterns that no situation can match: which parts contradict each other, and what would hold. */
import { impossibility } from "../coherence.ts";
import type { Path, Problems } from "../diagnostic.ts";
import type { PartyPattern } from "../schema/pattern.ts";
import { toPattern } from "../sides.ts";
import { regionKey, stateWord } from "../words.ts";
import { warning } from "./problem.ts";
import type { Names } from "./references.ts";

/**
 * What is impossible about a pattern.
 *
 * @param follows what follows from it, where the pattern stands
 */
export function checkPossible(pattern: PartyPattern, path: Path, { relations }: Names, follows: string): Problems {
  const [dyad] = relations;
  if (dyad === undefined) return [];
  const sidePattern = toPattern(pattern, dyad);
  const found = impossibility(sidePattern);
  if (found === undefined) return [];
  const word = (state: string): string => stateWord(state, dyad);
  const parts = found.regions.map(
    (region) => `${regionKey(region, dyad)} ${[sidePattern[region] ?? []].flat().map(word).join(" or ")}`,
  );
  const instead = found.instead.map(([region, state]) => `${regionKey(region, dyad)} ${word(state)}`);
  const message = `No situation has ${parts.join(" with ")} (${found.says}), so ${follows}.`;
  return [warning("impossible-pattern", path, message, `nearest to it: ${instead.join(", or ")}`)];
}
