/** Moves in a game: what a player's act is aimed at, what both parties do together, and what the law makes of either. */
import { decide, type ProposedMove } from "../doctrine/index.ts";
import { type ActClass, type ActId, actOf, type DiplomaticEvent } from "../events/index.ts";
import type { History } from "../history/index.ts";
import type { Reason } from "../machine/index.ts";
import { jointAct } from "./consent.ts";
import type { Seat } from "./game.ts";

/** Why nothing comes of an act that is tried. */
export type Refusal =
  | { readonly kind: "void"; readonly reasons: readonly Reason[] }
  /** No event can be made of it: a field is missing or wrong. */
  | { readonly kind: "malformed"; readonly error: unknown }
  /** Aimed at nobody, at the player itself, or past the other party. */
  | { readonly kind: "astray" }
  | { readonly kind: "not-for-one" | "over" };

/** Makes the id of a move from its name without a number. */
export type Naming = (stem: string) => string;

/** Classes of acts that concern a third actor more than the other party. */
const ASIDE: ReadonlySet<ActClass> = new Set(["third-party", "non-state"]);

/**
 * Whom an act of the player is aimed at: the other party by default, and nobody where it concerns
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

/** What becomes of an act of the player alone: its event, or why there is none. */
export function actAlone(
  history: History,
  seat: Seat,
  act: ActId,
  { because = [], to: target, ...fields }: Readonly<Record<string, unknown>>,
  name: Naming,
): DiplomaticEvent | Refusal {
  if (!actOf(act).by.includes("party")) return { kind: "not-for-one" };
  const to = aimsOf(seat, act, target);
  if (to === undefined) return { kind: "astray" };
  const causes = [because].flat().map(String);
  const { player } = seat;
  return decideMove(history, { id: name(`${player}-${act}`), act, from: [player], to, because: causes, fields });
}

/** An act of both parties, once both have proposed it, as a move that can be decided. */
export function jointMove(
  history: History,
  wanted: ActId,
  length: number,
  extraFields: Readonly<Record<string, unknown>>,
  name: Naming,
): ProposedMove {
  const { a, b } = history.dyad;
  const { act, fields } = jointAct(wanted, history, length);
  return { id: name(`${a}-${b}-${act}`), act, from: [a, b], fields: { ...fields, ...extraFields } };
}

/** The event of a move, or why there is none. */
export function decideMove(history: History, move: ProposedMove): DiplomaticEvent | Refusal {
  try {
    const decision = decide(history, move);
    return decision.valid ? decision.event : { kind: "void", reasons: decision.reasons };
  } catch (error) {
    return { kind: "malformed", error };
  }
}

/** The first free name made of a stem in lower case and a number. */
export function numberedName(stem: string, isTaken: (id: string) => boolean): string {
  const low = stem.toLowerCase();
  for (let k = 1; ; k++) if (!isTaken(`${low}-${k}`)) return `${low}-${k}`;
}
