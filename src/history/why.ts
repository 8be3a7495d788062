/** Why, and why not: the events behind a part of the situation, and the requirements in an act's way. */
import { type ActId, actIds } from "../events/index.ts";
import { type ChartEvent, type Judgement, judge, type Region, regionNames, type Situation } from "../machine/index.ts";
import { wordArgument } from "../problem/index.ts";
import type { History, Step } from "./history.ts";
import { situationAfter } from "./moment.ts";

const sides: readonly ChartEvent["by"][] = ["a", "b", "both", "other"];

/** A step and the steps that its event names as causes, each with theirs. */
export interface Cause {
  readonly step: Step;
  readonly because: readonly Cause[];
}

/** Why a region stands where it stands. */
export interface Explanation {
  readonly region: Region;
  readonly state: string;
  /** The step that brought it there, with its causes; absent when it has stood there from the opening. */
  readonly cause?: Cause;
}

/**
 * Why a region stood where it did after a number of steps: the step that last changed it, and the chain of causes.
 *
 * @param count how many steps are looked at; all by default
 * @throws Problem `no-such-region`, and `bad-option` for a count that the history does not have
 */
export function why(history: History, region: Region, count: number = history.steps.length): Explanation {
  wordArgument("region", region, regionNames, "no-such-region");
  const state = situationAfter(history, count)[region];
  const step = history.steps.slice(0, count).findLast(({ before, after }) => before[region] !== after[region]);
  return step === undefined ? { region, state } : { region, state, cause: causeOf(history, step) };
}

/**
 * The chain of causes of a step: each event it names, and what those name. Every cause is shown once.
 *
 * @param others histories of other relations of the crisis, in which causes may lie
 */
export function causeOf(history: History, step: Step, others: readonly History[] = []): Cause {
  const byId = new Map([...others, history].flatMap(({ steps }) => steps.map((one) => [one.event.id, one])));
  const seen = new Set<string>();
  const explain = (one: Step): Cause => {
    seen.add(one.event.id);
    const because = one.event.because.flatMap((id) => {
      const cause = byId.get(id);
      return cause === undefined || seen.has(id) ? [] : [explain(cause)];
    });
    return { step: one, because };
  };
  return explain(step);
}

/**
 * What the law says of an act by a side in a situation.
 *
 * @throws Problem `no-such-act`, and `no-such-actor` for what is no side
 */
export function whyNot(situation: Situation, type: ActId, by: ChartEvent["by"]): Judgement {
  wordArgument("act", type, actIds, "no-such-act");
  wordArgument("side", by, sides, "no-such-actor");
  return judge(situation, { type, by });
}
