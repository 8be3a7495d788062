/** Checks laws against one history: a record, a branch or a future. */
import type { Branch, History } from "../history/index.ts";
import type { Dyad, Situation } from "../machine/index.ts";
import { type Account, accountOf, type Made, madeOf, type Simulated } from "./cases.ts";
import {
  type BranchLaw,
  type Breach,
  breachOf,
  type ChartStep,
  type FutureLaw,
  type HistoryLaw,
  type Law,
  type SituationLaw,
  type StepLaw,
} from "./law.ts";
import { laws } from "./laws.ts";
import { type System, system } from "./system.ts";
import { situationWords, stepWords } from "./words.ts";

/**
 * The first breach of each law of situations and steps in a history. The cheapest way to hold a history to the law:
 * one look at each step.
 *
 * @example
 * ```ts
 * import { event, fold } from "demarche";
 * import { breachesIn } from "demarche/testing";
 * const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
 * breachesIn(fold([strike], { dyad: { a: "IRN", b: "PAK" } })); // => []
 * ```
 */
export function breachesIn(
  history: Pick<History, "opening" | "steps" | "dyad">,
  lawsToCheck: readonly Law[] = laws,
): readonly Breach[] {
  const { opening, dyad } = history;
  const steps = history.steps.map(({ seen: event, before, after, verdict }): ChartStep => {
    return { before, event, verdict, after };
  });
  return lawsToCheck.flatMap((law) => {
    const found = law.of === "situation" || law.of === "step" ? walkBreach(law, opening, steps, dyad) : undefined;
    if (found === undefined) return [];
    const event = history.steps[found.place]?.event.id;
    return event === undefined ? found.breach : { ...found.breach, event };
  });
}

/**
 * The first breach of each law in the history of a record or a branch, and in how the branch was made of its parent.
 *
 * @param choice by which laws choose what they leave open, such as where to cut the history
 */
export function breachesOf(branch: Branch, lawsToCheck: readonly Law[] = laws, choice?: number): readonly Breach[] {
  const account = accountOf(branch, choice);
  const made = madeOf(branch, choice);
  return lawsToCheck.flatMap((law) => {
    if (law.of === "history") return historyBreach(law, account) ?? [];
    if (law.of === "branch") return made === undefined ? [] : (branchBreach(law, made) ?? []);
    return breachesIn(account.history, [law]);
  });
}

/** What breaks a law of histories in an account. */
export function historyBreach(law: HistoryLaw, account: Account, on: System = system): Breach | undefined {
  return checkLaw(law, () => law.breach(account, on));
}

/** What breaks a law of branches in a branch. */
export function branchBreach(law: BranchLaw, made: Made, on: System = system): Breach | undefined {
  return checkLaw(law, () => law.breach(made, on));
}

/** What breaks a law of futures in a future. */
export function futureBreach(law: FutureLaw, simulated: Simulated, on: System = system): Breach | undefined {
  return checkLaw(law, () => law.breach(simulated, on));
}

/** A breach on a walk through the chart, and the place of the step that it came with; -1 for the opening. */
export interface PlacedBreach {
  readonly breach: Breach;
  readonly place: number;
}

/** What breaks a law of situations or steps on a walk through the chart. */
export function walkBreach(
  law: SituationLaw | StepLaw,
  opening: Situation,
  steps: readonly ChartStep[],
  dyad: Dyad,
): PlacedBreach | undefined {
  if (law.of === "step") {
    const place = steps.findIndex((step) => (law.about?.(step.event) ?? true) && !law.holds(step));
    const step = steps[place];
    return step === undefined ? undefined : { breach: breachOf(law, stepWords(step, dyad), { step }), place };
  }
  const breachAt = (situation: Situation): Breach => breachOf(law, situationWords(situation, dyad), { situation });
  if (!law.holds(opening)) return { breach: breachAt(opening), place: -1 };
  const place = steps.findIndex(({ before, after }) => after !== before && !law.holds(after));
  const step = steps[place];
  return step === undefined ? undefined : { breach: { ...breachAt(step.after), step }, place };
}

/** A law that breaks off in the middle does not hold either. */
function checkLaw(law: Law, look: () => string | undefined): Breach | undefined {
  let what: string | undefined;
  try {
    what = look();
  } catch (error) {
    what = `it broke off: ${error instanceof Error ? error.message : String(error)}`;
  }
  return what === undefined ? undefined : breachOf(law, what);
}
