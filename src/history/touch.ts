/** Touching: which events of a crisis of several states concern one relation of it. */
import type { DiplomaticEvent } from "../events/index.ts";
import type { By, Dyad } from "../machine/index.ts";

/** A relation, and the states of all relations that are followed with it; without these it is the only one. */
export interface Relation {
  readonly dyad: Dyad;
  readonly states?: readonly string[] | undefined;
}

/**
 * Whether an event is one of a relation: one of its parties does it, or it is done to one. What concerns no relation that
 * is followed counts in each, as in a crisis of two.
 */
export function touches(event: DiplomaticEvent, { dyad: { a, b }, states }: Relation): boolean {
  if (states === undefined) return true;
  return names(event, (code) => code === a || code === b) || !names(event, (code) => states.includes(code));
}

/**
 * Whether an event of a relation is the act of a party of other relations, aimed at nobody or somebody else here: it is
 * recorded here, and answered where it is aimed.
 */
export function isAimedElsewhere({ from }: DiplomaticEvent, by: By, { states }: Relation): boolean {
  return by === "other" && states !== undefined && from.some((code) => states.includes(code));
}

/** Whether an event names somebody who is meant. */
function names({ from, to, side }: DiplomaticEvent, isMeant: (code: string) => boolean): boolean {
  return from.some(isMeant) || to.some(isMeant) || (side !== undefined && isMeant(side));
}
