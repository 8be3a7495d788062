/** A web: the relations of a file with more than two parties, and which of them a part of the file is about. */
import { type ActId, actOf, type DiplomaticEvent } from "../events/index.ts";
import type { Dyad } from "../machine/index.ts";
import { nth } from "../problem/index.ts";
import { type Between, isBetween } from "./claims.ts";
import type { Scenario } from "./scenario.ts";
import type { ReadFile } from "./schema/file.ts";
import type { Opening } from "./schema/pattern.ts";
import type { Pair } from "./schema/web.ts";

export interface OpenedRelation {
  readonly dyad: Dyad;
  readonly opening: Opening;
  readonly path: readonly PropertyKey[];
}

/** What of a file says which relations it follows. */
export type Following = Partial<Pick<ReadFile, "parties" | "relations" | "opening">> & {
  readonly events: readonly DiplomaticEvent[];
};

/**
 * The relations that a file follows, the main one first: those that it names, or every pair of parties between which an act
 * runs, in the order of the file. The parties of a relation stand in the order of the file.
 */
export function relationsIn({ parties = {}, relations, opening = {}, events }: Following): readonly OpenedRelation[] {
  const codes = Object.keys(parties);
  if (relations !== undefined) {
    return relations.map(({ between, opening: own = {} }, k) => ({
      dyad: dyadOf(between, codes),
      opening: own,
      path: ["relations", k, "opening"],
    }));
  }
  const dyads = areRelationsFromActs({ parties }) ? dyadsOfActs(events, codes) : [];
  const [a = "", b = ""] = codes;
  return (dyads.length === 0 ? [{ a, b }] : dyads).map((dyad, k) => ({
    dyad,
    opening: k === 0 ? opening : {},
    path: ["opening"],
  }));
}

/** Whether acts say which pairs are followed: there are more than two parties, and no relations are named. */
export function areRelationsFromActs({
  parties = {},
  relations,
}: {
  readonly parties?: object;
  readonly relations?: unknown;
}): boolean {
  return relations === undefined && Object.keys(parties).length > 2;
}

/** The two of a pair, in the order of the parties. */
function dyadOf([one, other]: Pair, codes: readonly string[]): Dyad {
  return codes.indexOf(one) > codes.indexOf(other) ? { a: other, b: one } : { a: one, b: other };
}

export function isAbout({ between }: Between, dyad: Dyad, main: Dyad): boolean {
  return between === undefined ? dyad.a === main.a && dyad.b === main.b : isBetween(between, dyad);
}

/** The pairs between which acts run, each where it first does. */
function dyadsOfActs(events: readonly DiplomaticEvent[], codes: readonly string[]): readonly Dyad[] {
  const found = new Map<string, Dyad>();
  for (const event of events) {
    for (const pair of pairsOf(event, codes)) {
      const dyad = dyadOf(pair, codes);
      found.set(`${dyad.a} ${dyad.b}`, dyad);
    }
  }
  return [...found.values()];
}

/** The pairs of parties that an act runs between: those who do it and those it is done to, or all who do it together. */
export function pairsOf({ act, from, to }: DiplomaticEvent, codes: readonly string[]): readonly Pair[] {
  if (!isByParties(act)) return [];
  const [doers, aims] = [from, to].map((some) => some.filter((code) => codes.includes(code)));
  const others = (aims ?? []).filter((code) => !from.includes(code));
  const acting = doers ?? [];
  if (others.length > 0) return acting.flatMap((one) => others.map((other): Pair => [one, other]));
  return acting.flatMap((one, k) => acting.slice(k + 1).map((other): Pair => [one, other]));
}

function isByParties(act: ActId): boolean {
  return actOf(act).by.some((role) => role === "party" || role === "both");
}

/** The scenario of a relation, called after its parties; of the main one where none is asked for. */
export function findRelation(relations: readonly Scenario[], between: Dyad | undefined): Scenario {
  const found = relations.find(({ dyad: { a, b } }) => a === between?.a && b === between.b);
  return found === undefined || relations.length < 2 ? nth(relations, 0) : nameAfterParties(found);
}

/** A scenario called after the parties of its relation, once. */
export function nameAfterParties(scenario: Scenario): Scenario {
  const { actors, dyad, title } = scenario;
  const names = [dyad.a, dyad.b].map((code) => actors[code]?.name ?? code).join(" and ");
  return title.endsWith(`: ${names}`) ? scenario : { ...scenario, title: `${title}: ${names}` };
}
