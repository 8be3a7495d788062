/** Folding events from a checkpoint, with checkpoints on the way from which folding can go on again. */
import type { DiplomaticEvent } from "../../events/index.ts";
import { advance, extend } from "../fold.ts";
import type { History, Step } from "../history.ts";

/** A point from which folding can go on: what a history was there, without its steps. */
export interface Checkpoint {
  /** Events of the record before it. */
  readonly events: number;
  /** Steps before it; those of the clock count too. */
  readonly steps: number;
  readonly state: History;
}

/** What was folded, with checkpoints. */
export interface CheckpointedFold {
  readonly steps: readonly Step[];
  /** The checkpoint it began at, and some on the way. */
  readonly checkpoints: readonly Checkpoint[];
  /** The history at the end, without its steps. */
  readonly end: History;
}

/** Minimum number of events between two checkpoints. */
const MIN_STRIDE = 1024;
/** Maximum number of checkpoints: each holds a dossier of its own. */
const MAX_CHECKPOINTS = 100;

/** Folds events from a checkpoint and lets the clock run to `until`, when that is given. */
export function foldWithCheckpoints(
  from: Checkpoint,
  events: readonly DiplomaticEvent[],
  until?: number,
): CheckpointedFold {
  const steps: Step[] = [];
  const checkpoints: Checkpoint[] = [from];
  let state = from.state;
  const take = (next: History): void => {
    for (const step of next.steps) steps.push(step);
    state = { ...next, steps: [] };
  };
  const stride = Math.max(MIN_STRIDE, Math.ceil(events.length / MAX_CHECKPOINTS));
  for (let done = 0; done < events.length; done += stride) {
    const chunk = events.slice(done, done + stride);
    take(extend(state, chunk));
    if (chunk.length === stride) {
      checkpoints.push({ events: from.events + done + stride, steps: from.steps + steps.length, state });
    }
  }
  if (until !== undefined) take(advance(state, until));
  return { steps, checkpoints, end: state };
}
