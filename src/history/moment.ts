/** Moments: a history as it stood, and what differs between two of them. */

import type { Patch } from "immer";
import { type Dossier, dossierOf, recordWithPatches } from "../dossier/index.ts";
import { type Region, regionNames, type Situation } from "../machine/index.ts";
import { nth, numberArgument, wholeArgument } from "../problem/index.ts";
import type { History, Step } from "./history.ts";

/**
 * How many steps have happened by the end of a minute.
 *
 * @throws Problem `bad-option` for what is no number
 */
export function stepsUntil({ steps }: History, minute: number): number {
  numberArgument("minute", minute);
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (nth(steps, middle).minute <= minute) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The situation after a number of steps; the opening before the first.
 *
 * @throws Problem `bad-option` for a count that the history does not have
 */
export function situationAfter({ steps, opening }: History, count: number): Situation {
  wholeArgument("count", count, 0, steps.length);
  return steps[count - 1]?.after ?? opening;
}

/** The situation as it stood at the end of a minute. */
export function situationAt(history: History, minute: number): Situation {
  return situationAfter(history, stepsUntil(history, minute));
}

/**
 * The dossier after a number of steps.
 *
 * @throws Problem `bad-option` for a count that the history does not have
 */
export function dossierAfter(history: History, count: number): Dossier {
  wholeArgument("count", count, 0, history.steps.length);
  return recordWithPatches(dossierOf(history.standing), ...entriesOf(history, 0, count))[0];
}

/** Where a history is cut: after how many steps, and at which minute. */
export interface Cut {
  readonly count: number;
  readonly minute: number;
}

/** A history as it was after a number of steps, its clock at the given minute. */
export function cutHistory(history: History, { count, minute }: Cut): History {
  if (count === history.steps.length) return history;
  wholeArgument("count", count, 0, history.steps.length);
  const steps = history.steps.slice(0, count);
  return {
    ...history,
    steps,
    situation: situationAfter(history, count),
    dossier: dossierAfter(history, count),
    now: minute,
    quietSince: steps.at(-1)?.quietSince ?? Math.min(minute, history.steps[0]?.minute ?? minute),
  };
}

/** A history as it was at the end of a minute. */
export function historyUntil(history: History, minute: number): History {
  return cutHistory(history, { count: stepsUntil(history, minute), minute });
}

/** A part of the situation that changed. */
export interface RegionChange {
  readonly region: Region;
  readonly from: string;
  readonly to: string;
}

/** What differs between two moments. */
export interface Difference {
  readonly steps: readonly Step[];
  readonly situation: readonly RegionChange[];
  /** The dossier's difference, as immer patches from the earlier to the later. */
  readonly dossier: readonly Patch[];
}

/** The regions in which two situations differ. */
export function changes(from: Situation, to: Situation): readonly RegionChange[] {
  return regionNames
    .filter((region) => from[region] !== to[region])
    .map((region) => ({ region, from: from[region], to: to[region] }));
}

/** What differs between the state after `earlier` steps and after `later` steps. */
export function difference(history: History, earlier: number, later: number): Difference {
  wholeArgument("earlier", earlier, 0, wholeArgument("later", later, 0, history.steps.length));
  const [, dossier] = recordWithPatches(dossierAfter(history, earlier), ...entriesOf(history, earlier, later));
  return {
    steps: history.steps.slice(earlier, later),
    situation: changes(situationAfter(history, earlier), situationAfter(history, later)),
    dossier,
  };
}

function entriesOf({ steps, dyad }: History, from: number, to: number) {
  return steps.slice(from, to).map(({ event, verdict, minute }) => ({ event, verdict, minute, dyad }));
}
