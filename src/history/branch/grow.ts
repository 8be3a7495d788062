/** Growing: folding events on from a mark, with marks on the way from which it can be folded on again. */
import type { DiplomaticEvent } from "../../events/index.ts";
import { advance, extend } from "../fold.ts";
import type { History, Step } from "../history.ts";

/** A point from which folding can go on: what a history was there, without its steps. */
export interface Mark {
  /** Events of the record before it. */
  readonly events: number;
  /** Steps before it; those of the clock count too. */
  readonly steps: number;
  readonly state: History;
}

/** What grew. */
export interface Growth {
  readonly steps: readonly Step[];
  /** The mark it grew from, and some on the way. */
  readonly marks: readonly Mark[];
  /** The history at the end, without its steps. */
  readonly end: History;
}

/** So many events at least lie between two marks, of which there are only so many: each holds a dossier of its own. */
const STRIDE = 1024;
const MARKS = 100;

/** Folds events on from a mark and lets the clock run to `until`, when that is given. */
export function grow(from: Mark, events: readonly DiplomaticEvent[], until?: number): Growth {
  const steps: Step[] = [];
  const marks: Mark[] = [from];
  let state = from.state;
  const take = (next: History): void => {
    for (const step of next.steps) steps.push(step);
    state = { ...next, steps: [] };
  };
  const stride = Math.max(STRIDE, Math.ceil(events.length / MARKS));
  for (let done = 0; done < events.length; done += stride) {
    const some = events.slice(done, done + stride);
    take(extend(state, some));
    if (some.length === stride) {
      marks.push({ events: from.events + done + stride, steps: from.steps + steps.length, state });
    }
  }
  if (until !== undefined) take(advance(state, until));
  return { steps, marks, end: state };
}
