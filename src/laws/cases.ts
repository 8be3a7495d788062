/** Cases: what laws of histories, branches and futures are checked against, drawn at random or given. */
import type { DiplomaticEvent } from "../events/index.ts";
import type { Setup } from "../futures/index.ts";
import {
  type Beginning,
  type Branch,
  type Edit,
  eventsOf,
  type History,
  historyOf,
  type Policy,
  touches,
} from "../history/index.ts";

/** A history with all that it was folded from. */
export interface Account {
  /** Without those of the clock. */
  readonly events: readonly DiplomaticEvent[];
  readonly beginning: Beginning & { readonly from: number };
  /** The minute up to which the clock ran; absent where it stopped with the last event. */
  readonly until?: number;
  readonly history: History;
  /** A number by which a law chooses what it leaves open: where to cut, by how many days to shift. */
  readonly choice: number;
}

/** A branch with all that it was made from. */
export interface Made {
  readonly parent: Branch;
  readonly edits: readonly Edit[];
  readonly then: Policy;
  readonly branch: Branch;
  readonly choice: number;
}

/** A future to be simulated. */
export interface Simulated {
  readonly setup: Setup;
  readonly seed: number;
  readonly run: number;
  readonly choice: number;
}

/** What laws choose by where nothing is drawn: a cut somewhere in the middle, a shift that crosses a year. */
const CHOICE = 467;

/**
 * A record or a branch as an account, for laws of histories.
 *
 * @param choice by which a law chooses what it leaves open, such as where to cut
 */
export function accountOf(branch: Branch, choice: number = CHOICE): Account {
  const history = historyOf(branch);
  const { dyad, states, opening, standing, quiet } = history;
  const from = beginningOf(branch);
  const until = branch.until === undefined ? {} : { until: branch.until };
  const beginning = { dyad, ...(states === undefined ? {} : { states }), opening, standing, quiet, from };
  // Of several relations the laws are about one: what touches it is its record.
  const events = eventsOf(branch).filter((event) => touches(event, history));
  return { events, beginning, ...until, history, choice };
}

/** A branch as a case for laws of branches; undefined for a record. */
export function madeOf(branch: Branch, choice: number = CHOICE): Made | undefined {
  const { parent, edits, then } = branch;
  return parent === undefined || then === undefined ? undefined : { parent, edits, then, branch, choice };
}

function beginningOf(branch: Branch): number {
  const { parent, marks } = branch;
  if (parent !== undefined) return beginningOf(parent);
  return marks[0]?.state.now ?? Number.NEGATIVE_INFINITY;
}
