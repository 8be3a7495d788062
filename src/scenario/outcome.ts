/** Outcomes: what a scenario wants to know of how things might go on, and what is so of each kind of them. Data. */
import { type ActClass, type ActId, MINUTES_PER_DAY } from "../events/index.ts";
import { type Pattern, type Region, regions } from "../machine/index.ts";
import type { Between, Measure } from "./claims.ts";

/** What is observed of a future, from the event `since` on or from the start. `P` and `R` are as a file being read has them. */
export type Outcome<P = Pattern, R = Region> = { readonly since?: string } & Between &
  (
    | { readonly kind: "first" | "reached" | "longest"; readonly pattern: P }
    | { readonly kind: "count"; readonly what: ActId | ActClass; readonly by?: string }
    | { readonly kind: "final"; readonly region: R }
    | { readonly kind: "peak"; readonly of: "hostility" }
  );

/** The outcomes of one kind. */
export type OutcomeOf<Kind extends Outcome["kind"]> = Outcome & { readonly kind: Kind };

/** What is so of all outcomes of a kind. */
export interface OutcomeKind {
  /**
   * What a value is: a time in minutes; 1 for yes and 0 for no; how often; the place of a state in its region; a
   * hostility level from 1 to 5.
   */
  readonly unit: "minutes" | "yes-or-no" | "times" | "state" | "level";
  /** What values are divided by to be shown: times are shown in days. */
  readonly scale: number;
  /** Whether a future can be without a value, because it never gets there. */
  readonly mayMiss: boolean;
  /** What can be expected of it over many futures. */
  readonly measures: readonly Measure[];
  /** What an exact answer about it tells: whether and when it is reached, its mean, or shares by value. */
  readonly exact?: "passage" | "mean" | "shares";
}

/** The kinds of outcomes. */
export const outcomeKinds: Readonly<Record<Outcome["kind"], OutcomeKind>> = {
  first: { unit: "minutes", scale: MINUTES_PER_DAY, mayMiss: true, measures: ["share", "median"], exact: "passage" },
  reached: { unit: "yes-or-no", scale: 1, mayMiss: false, measures: ["share"], exact: "passage" },
  longest: { unit: "minutes", scale: MINUTES_PER_DAY, mayMiss: false, measures: ["median"] },
  count: { unit: "times", scale: 1, mayMiss: false, measures: ["mean", "median"], exact: "mean" },
  final: { unit: "state", scale: 1, mayMiss: false, measures: ["share"], exact: "shares" },
  peak: { unit: "level", scale: 1, mayMiss: false, measures: ["mean", "median"], exact: "shares" },
};

/** Whether an outcome's values are minutes. */
export function isTime({ kind }: Pick<Outcome, "kind">): boolean {
  return outcomeKinds[kind].unit === "minutes";
}

/** The states that an outcome's values are places of; none for outcomes that are no state. */
export function statesOf(outcome: Outcome): readonly string[] {
  return "region" in outcome ? regions[outcome.region] : [];
}
