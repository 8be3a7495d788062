/** What is observed of a duel: a table of outcomes, each with what it means and which way is better. */
import type { History } from "../../history/index.ts";
import type { Pattern } from "../../machine/index.ts";
import { frozen } from "../../problem/index.ts";
import type { Outcome } from "../../scenario/index.ts";
import { patternMatcher } from "../model.ts";
import { type Watch, watchOf } from "../watch.ts";

/** The outcomes of a duel, in the order in which they are shown. */
export const duelOutcomes = {
  war: { title: "war", unit: "share", better: "low", says: "a situation counted as war is reached" },
  force: { title: "force by both", unit: "share", better: "low", says: "both parties have used force" },
  normal: { title: "back to normal", unit: "share", better: "high", says: "relations are normal before the horizon" },
  days: { title: "days to normal", unit: "days", better: "low", says: "not back counts as the whole horizon" },
  events: { title: "events", unit: "count", better: "low", says: "acts and entries of the clock after the opening" },
  alone: {
    title: "overture alone",
    unit: "share",
    better: "low",
    says: "the crisis ended, or stood last, on its own overture that nobody answered",
  },
  held: { title: "neither", unit: "share", better: "high", says: "neither war nor an overture left alone" },
} as const satisfies Readonly<Record<string, OutcomeRow>>;
frozen(duelOutcomes);

/** A row of the table of outcomes. */
export interface OutcomeRow {
  readonly title: string;
  readonly unit: "share" | "days" | "count";
  readonly better: "low" | "high";
  /** What is counted, in words. */
  readonly says: string;
}

/** The name of an outcome. */
export type DuelOutcome = keyof typeof duelOutcomes;

/** Their names, in order. */
export const duelOutcomeNames = Object.keys(duelOutcomes) as readonly DuelOutcome[];
frozen(duelOutcomeNames);

/** What counts as war by default: that either party has declared it, whether or not the other fights. */
export const WAR: Pattern = { posture: "war" };
frozen(WAR);

export interface DuelWatches {
  /** 0 or 1. */
  readonly war: Watch;
  readonly force: Watch;
  /** Minutes from the opening; NaN when relations are not back to normal before the horizon. */
  readonly normal: Watch;
  /** 1 when a's, or b's, overture stood alone at the end. */
  readonly aloneA: Watch;
  readonly aloneB: Watch;
}

export function watchesFor(history: History, war: Pattern): DuelWatches {
  const since = history.steps.at(-1)?.event.id;
  const from = since === undefined ? {} : { since };
  const reached = (pattern: Pattern): Outcome => ({ kind: "reached", pattern });
  return {
    war: watchOf(reached(war), history),
    force: watchOf(reached({ ledger: "both" }), history),
    normal: watchOf({ kind: "first", pattern: { course: "normal", posture: "none" }, ...from }, history),
    aloneA: overtureAlone({ course: "reconciliation.overture.by-a" }),
    aloneB: overtureAlone({ course: "reconciliation.overture.by-b" }),
  };
}

/** Whether a crisis ended out of one party's overture, or stood there when the future was over. */
function overtureAlone(overture: Pattern): Watch {
  const alone = patternMatcher(overture);
  const normal = patternMatcher({ course: "normal", posture: "none" });
  let isAlone = false;
  let over = false;
  return {
    begin: () => {
      isAlone = false;
      over = false;
    },
    see: (situation, _symbol, _minute, moved) => {
      if (!moved || over) return;
      if (normal(situation)) over = true;
      else isAlone = alone(situation);
    },
    end: () => undefined,
    value: () => (isAlone ? 1 : 0),
  };
}
