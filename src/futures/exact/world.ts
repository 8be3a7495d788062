/** The world of one exact computation: a model as rates, with what an outcome asks of it. */
import type { DiplomaticEvent } from "../../events/index.ts";
import { sharedTable, symbols } from "../../machine/index.ts";
import { type Outcome, outcomeKinds } from "../../scenario/index.ts";
import { jointsOf, type Model, patternMatcher } from "../model.ts";
import { type Opening, openingOf } from "../opening.ts";
import { watchOf } from "../watch.ts";

export interface World {
  readonly model: Model;
  readonly opening: Opening;
  /** For each source: how often a minute one open intention falls due; 0 for an answer at once. */
  readonly rates: Float64Array;
  /** The symbols by both parties that wait for the other's consent. */
  readonly joints: readonly number[];
  /** For each symbol: how much it adds to a count. */
  readonly counted: Float64Array;
  /** Whether a situation decides the outcome, so that nothing after it matters. */
  readonly decides: (situation: number) => boolean;
  /** Whether the highest hostility level so far is part of the state, and where it starts. */
  readonly peak: number;
  /** The minute at which the crisis of the history fades unless it is stirred again; Infinity when after the horizon. */
  readonly fading: number;
  /** Whether a crisis that is stirred again could fade before the horizon too: then states depend on their age. */
  readonly fadesAgain: boolean;
}

/**
 * A world for an outcome.
 *
 * @param clock whether the quiet period ends a crisis, as it does in simulations
 */
export function worldFor(model: Model, outcome: Outcome, clock: boolean): World {
  const { history, horizon } = model.setup;
  const opening = openingOf(model);
  const fading = opening.quietSince + history.quiet;
  const latest = opening.now + history.quiet;
  const atOnce = opening.scheduled.some(({ minute }) => minute === opening.now);
  return {
    model,
    opening,
    rates: Float64Array.from(model.sources, ({ rule }) =>
      rule?.after.kind === "exponential" ? 1 / rule.after.mean : 0,
    ),
    joints: jointsOf(model),
    counted: countedSymbols(model, outcome),
    decides: "pattern" in outcome ? patternMatcher(outcome.pattern) : () => false,
    peak: outcomeKinds[outcome.kind].unit === "level" ? valueAtOpening(model, outcome) : 0,
    fading: clock && fading <= horizon ? fading : Number.POSITIVE_INFINITY,
    fadesAgain: clock && (horizon > latest || (horizon === latest && atOnce)),
  };
}

/** An outcome's value when nothing follows the history; see the watch for its unit. */
export function valueAtOpening({ setup: { history } }: Model, outcome: Outcome): number {
  const watch = watchOf(outcome, history);
  watch.begin();
  return watch.value();
}

/** The minute from which an outcome's times are counted. */
export function originOf({ setup: { history } }: Model, { since }: Outcome): number {
  const { steps, now } = history;
  const isOrigin = ({ event }: { readonly event: DiplomaticEvent }): boolean => event.id === since;
  return (since === undefined ? steps[0] : steps.find(isOrigin))?.minute ?? now;
}

function countedSymbols(model: Model, outcome: Outcome): Float64Array {
  if (outcomeKinds[outcome.kind].unit !== "times") return new Float64Array(symbols.length);
  const watch = watchOf(outcome, model.setup.history);
  const start = sharedTable.idOf(model.setup.history.situation);
  return Float64Array.from(symbols, (_, symbol) => {
    watch.begin();
    const before = watch.value();
    watch.see(start, symbol, 0, false);
    return watch.value() - before;
  });
}
