/** The player: a history shown step by step in time, with pause, step, back and seek. */
import { BehaviorSubject, timer } from "rxjs";
import { MINUTES_PER_DAY, type Subscribable, when } from "../events/index.ts";
import { type History, type Step, situationAfter, stepsUntil } from "../history/index.ts";
import type { Situation } from "../machine/index.ts";
import { type Pace, type Rhythm, waiting } from "./pace.ts";

/** What is to be seen at a moment of a replay. */
export interface Frame {
  /** How many steps have happened. */
  readonly index: number;
  /** The step that happened last; absent before the first. */
  readonly step?: Step;
  readonly situation: Situation;
  readonly playing: boolean;
  /** Nothing is left to happen. One can still go back. */
  readonly done: boolean;
}

/** Where to go: the end of a day or minute, an event, or a number of steps. */
export type Target = { readonly date: string } | { readonly id: string } | { readonly index: number };

/** A replay that is being shown. */
export interface Player {
  /** The present frame at once, then every change. Completes when the player is stopped. */
  readonly frames$: Subscribable<Frame>;
  /** Goes on by itself from here; at the end it does nothing. */
  readonly play: () => void;
  readonly pause: () => void;
  /** One step on, and pauses. */
  readonly step: () => void;
  /** One step back, and pauses. */
  readonly back: () => void;
  /**
   * Goes there and stays playing or paused as it was.
   *
   * @throws RangeError for a date that is none, an id that no step has, or an index out of bounds
   */
  readonly seek: (target: Target) => void;
  readonly setPace: (pace: Pace) => void;
  /** Ends it and leaves no timer behind. A stopped player ignores everything. */
  readonly stop: () => void;
}

/** How a replay is shown. */
export interface PlayerOptions extends Partial<Rhythm> {
  /** Calls `then` after this many milliseconds, unless what it returns is called first. Tests give a time of their own. */
  readonly wait?: (milliseconds: number, then: () => void) => () => void;
}

/**
 * Makes a player that stands, paused, before the first step.
 *
 * @example
 * ```ts
 * import { createPlayer, fold } from "demarche";
 * const player = createPlayer(fold([], { dyad: { a: "IRN", b: "PAK" } }));
 * player.frames$.subscribe(({ done }) => done); // the first frame comes at once
 * player.stop();
 * ```
 */
export function createPlayer(history: History, options: PlayerOptions = {}): Player {
  const { pace = MINUTES_PER_DAY, maxGap = 2, minGap = 0.4, wait = timed } = options;
  const end = history.steps.length;
  let rhythm: Rhythm = { pace, maxGap, minGap };
  let index = 0;
  let playing = false;
  let stopWaiting = (): void => undefined;
  const frames = new BehaviorSubject<Frame>(frame());

  function frame(): Frame {
    const step = history.steps[index - 1];
    const situation = situationAfter(history, index);
    return { index, ...(step === undefined ? {} : { step }), situation, playing, done: index === end };
  }

  function show(to: number, go: boolean): void {
    if (frames.isStopped) return;
    index = to;
    playing = go && to < end;
    frames.next(frame());
    plan();
  }

  function plan(): void {
    stopWaiting();
    if (!playing) return;
    const [last, next] = [history.steps[index - 1], history.steps[index]];
    const minutes = last === undefined || next === undefined ? 0 : next.minute - last.minute;
    stopWaiting = wait(waiting(minutes, rhythm), () => show(index + 1, true));
  }

  return {
    frames$: frames.asObservable(),
    play: () => show(index, true),
    pause: () => show(index, false),
    step: () => show(Math.min(index + 1, end), false),
    back: () => show(Math.max(index - 1, 0), false),
    seek: (target) => show(placeOf(history, target), playing),
    setPace: (faster) => {
      rhythm = { ...rhythm, pace: faster };
      plan();
    },
    stop: () => {
      stopWaiting();
      playing = false;
      frames.complete();
    },
  };
}

function timed(milliseconds: number, then: () => void): () => void {
  const waited = timer(milliseconds).subscribe(then);
  return () => waited.unsubscribe();
}

function placeOf(history: History, target: Target): number {
  if ("date" in target) return stepsUntil(history, when(target.date).end);
  const index = "index" in target ? target.index : history.steps.findIndex(({ event }) => event.id === target.id) + 1;
  if ("id" in target && index === 0) throw new RangeError(`No step of this history has the id ${target.id}.`);
  if (!Number.isInteger(index) || index < 0 || index > history.steps.length) {
    throw new RangeError(`This history has ${history.steps.length} steps; there is no step ${index}.`);
  }
  return index;
}
