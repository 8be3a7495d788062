/** Scores: the published Goldstein and PLOVER values of acts, added up in each direction, plain and decayed. */
import { type Draft, isDraft } from "immer";
import { type Act, actOf, MINUTES_PER_DAY } from "../events/index.ts";
import type { By } from "../machine/index.ts";
import type { Dossier, Score } from "./dossier.ts";
import type { DossierEntry } from "./entry.ts";

/** The minutes after which an act counts half in a decayed score: 30 days, this project's assumption. */
export const HALF_LIFE: number = 30 * MINUTES_PER_DAY;

/** Adds an act's published scores to the direction or directions in which it was done. */
export function score(draft: Draft<Dossier>, { event, minute }: DossierEntry, by: By): void {
  if (by === "other") return;
  const act = actOf(event.act);
  const { scores } = draft;
  const { aToB, bToA } = scores;
  // New objects rather than changes to the draft's: writing through a draft costs several times as much.
  const sums = {
    aToB: by === "b" ? aToB : added(aToB, act, minute),
    bToA: by === "a" ? bToA : added(bToA, act, minute),
  };
  // What was assigned in this draft is a plain object and may be written to; immer keeps every assignment to the end.
  if (isDraft(scores)) draft.scores = sums;
  else Object.assign(scores, sums);
}

/** A score as it stands at a later minute: the decayed sums, decayed on. */
export function scoreAt(score: Score, minute: number): Score {
  const kept = 2 ** (-Math.max(0, minute - score.asOf) / HALF_LIFE);
  const { goldstein, plover } = score.decayed;
  return { ...score, decayed: { goldstein: goldstein * kept, plover: plover * kept }, asOf: minute };
}

function added(sum: Score, act: Act, minute: number): Score {
  const kept = sum.acts === 0 ? 1 : 2 ** (-Math.max(0, minute - sum.asOf) / HALF_LIFE);
  // An act without a published value counts nothing.
  const [goldstein, plover] = [act.goldstein ?? 0, act.plover?.score ?? 0];
  return {
    goldstein: tidy(sum.goldstein + goldstein),
    plover: tidy(sum.plover + plover),
    decayed: { goldstein: sum.decayed.goldstein * kept + goldstein, plover: sum.decayed.plover * kept + plover },
    asOf: minute,
    acts: sum.acts + 1,
    unscored: sum.unscored + (act.goldstein === null ? 1 : 0),
  };
}

/** Published scores have one decimal; sums of them do too. */
function tidy(value: number): number {
  return Math.round(value * 10) / 10;
}
