/** Aims: whom an act of a player is aimed at, in a game about one relation. */
import { type ActClass, type ActId, actOf } from "../events/index.ts";
import type { Seat } from "./game.ts";

/** Classes of acts that concern a third actor more than the other party. */
const ASIDE: ReadonlySet<ActClass> = new Set(["third-party", "non-state"]);

/**
 * Whom an act of the player is aimed at: the other party unless it is said otherwise, and nobody where it concerns
 * others. Undefined where it is aimed at nobody, at the player, or past the other party: a game is about the relation.
 */
export function aimsOf({ player, other }: Seat, act: ActId, to?: unknown): readonly string[] | undefined {
  const aside = ASIDE.has(actOf(act).class);
  if (to === undefined) return aside ? [] : [other];
  const aims = [to].flat().map(String);
  if (aims.length === 0 || aims.includes(player)) return undefined;
  // Mediation is accepted from the third party that offers it.
  return aside || act === "accept-mediation" || aims.includes(other) ? aims : undefined;
}
