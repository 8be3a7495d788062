/** How a region says what acts do to it, so that no transition can forget the law. */

import { type ActId, actIds, actOf, actsOfClass, hostilityLevel } from "../events/index.ts";
import { frozen } from "../problem/index.ts";
import { all, by, valid, validActors } from "./guards.ts";
import type { GuardedTransition, Handlers, Transition } from "./types.ts";

/** Acts that use force. */
export const FORCE: readonly ActId[] = actsOfClass("force");
/** Acts that make it war. */
export const WAR: readonly ActId[] = ["declare-war", "war-battle"];
frozen(WAR);
/** Acts that take an ambassador out of the post or the post away. */
export const DISPLACING: readonly ActId[] = [
  "recall-ambassador",
  "bar-ambassador",
  "expel-ambassador",
  "downgrade-relations",
  "close-mission",
  "order-mission-closed",
  "break-relations",
];
/** Acts that strain normal relations: threats, displays, sanctions, and ruptures that leave the heads of mission. */
export const STRAINING: readonly ActId[] = [
  ...(["threat", "display", "sanction"] as const).flatMap(actsOfClass),
  ...actsOfClass("rupture").filter((id) => !DISPLACING.includes(id)),
];
/** Acts that begin a measure. */
export const BEGINNING: readonly ActId[] = actIds.filter((id) => actOf(id).begins !== undefined);
/** Acts that end measures of the actor. */
export const ENDING: readonly ActId[] = actIds.filter((id) => actOf(id).ends !== undefined);
/** Steps towards the other which have rules of their own: they end something, wait for something, or end a crisis. */
const OWN_RULES: readonly ActId[] = [
  ...ENDING,
  "return-ambassador",
  "grant-agrement",
  "declare-ceasefire",
  "surrender",
];
/** All other steps towards the other. */
export const CONCILIATION: readonly ActId[] = actsOfClass("conciliation").filter((id) => !OWN_RULES.includes(id));
/** Contacts, which open channels. */
export const CONTACT: readonly ActId[] = actsOfClass("contact");
/** Agreements of both parties. */
export const AGREEING: readonly ActId[] = actsOfClass("agreement");
/** Threats and displays by the MID hostility level that they reach. */
export const THREAT: readonly ActId[] = [...actIds.filter((id) => hostilityLevel(id) === 2), "issue-ultimatum"];
export const DISPLAY: readonly ActId[] = actIds.filter((id) => hostilityLevel(id) === 3);

/** Handles each of the acts by these transitions, in order, each guarded by the act's own requirements as well. */
export function on(acts: readonly ActId[], ...transitions: readonly Transition[]): Handlers {
  rules += 1;
  for (const act of acts) ruled.set(act, [...(ruled.get(act) ?? []), rules]);
  return Object.fromEntries(acts.map((act) => [act, transitions.flatMap((transition) => underLaw(act, transition))]));
}

let rules = 0;
/** The rules that name each act: which calls of {@link on}. Filled once, while the regions are loaded. */
const ruled = new Map<ActId, readonly number[]>();

/**
 * The first act of the catalogue that the chart cannot tell from this one: the same rules name both, the same actors
 * may do them, under the same requirements. The table asks the chart about that one alone.
 */
export function representative(act: ActId): ActId {
  if (firsts.size === 0) for (const id of actIds.toReversed()) firsts.set(signature(id), id);
  return firsts.get(signature(act)) ?? act;
}

/** Whether a rule of the chart names the act: without one it changes nothing anywhere. */
export function isRuled(act: ActId): boolean {
  return ruled.has(act);
}

/** The first act of each signature. */
const firsts = new Map<string, ActId>();

function signature(act: ActId): string {
  const { by, requires, mission, ends, class: kind } = actOf(act);
  return JSON.stringify([ruled.get(act) ?? [], by, requires, mission ?? null, ends !== undefined, kind === "clock"]);
}

/** A transition with the act's own law before it; none for actors who can never validly do the act. */
function underLaw(act: ActId, { target, by: actors, guard, calms = false }: Transition): readonly GuardedTransition[] {
  const able = validActors(act);
  const wanted = actors?.filter((actor) => able.includes(actor));
  if (wanted?.length === 0) return [];
  const actorGuard = wanted === undefined || wanted.length === able.length ? [] : [by(...wanted)];
  const whole = all([valid(act), ...actorGuard, ...(guard === undefined ? [] : [guard])]);
  return [{ target, guard: whole, ...(calms ? { actions: "announceCalm" as const } : {}) }];
}
