/** A history: events in order, each with its verdict and the situation it left, and where it all stands now. */
import type { Dossier, StandingMeasure } from "../dossier/index.ts";
import type { DiplomaticEvent } from "../events/index.ts";
import type { ChartEvent, Dyad, Reason, Situation, Verdict } from "../machine/index.ts";

/** One event of a history, judged. */
export interface Step {
  readonly event: DiplomaticEvent;
  /** What the chart saw of it. */
  readonly seen: ChartEvent;
  /** Minutes since the epoch; never falls from one step to the next. */
  readonly minute: number;
  readonly verdict: Verdict;
  readonly before: Situation;
  /** The same object as `before` unless the verdict is applied. */
  readonly after: Situation;
  /** The requirements that failed; empty unless the verdict is void. */
  readonly reasons: readonly Reason[];
  /** From which minute the quiet is counted after it. */
  readonly quietSince: number;
}

/** Events folded over the chart, and what they add up to. */
export interface History {
  readonly dyad: Dyad;
  /** In a crisis of several relations: the states of all of them; see `touches`. */
  readonly states?: readonly string[];
  readonly opening: Situation;
  /** What stood already at the beginning. */
  readonly standing: readonly StandingMeasure[];
  /** Minutes without a hostile act after which a crisis fades. */
  readonly quiet: number;
  /** The minute at which it begins: that which was given, or that of its first event. */
  readonly from: number;
  /** In order of time, events of the clock among them. */
  readonly steps: readonly Step[];
  /** Where the chart stands after the last step. */
  readonly situation: Situation;
  readonly dossier: Dossier;
  /** Up to which minute the clock has run. */
  readonly now: number;
  /** From which minute the quiet is counted: the last hostile act, or since when the crisis can fade, whichever is later. */
  readonly quietSince: number;
}
