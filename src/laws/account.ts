/** Accounts: a history together with what it was folded from. */
import { type Branch, eventsOf, historyOf, touches } from "../history/index.ts";
import type { Account, Made } from "./cases.ts";

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

/** The minute at which the record of a branch begins. */
function beginningOf(branch: Branch): number {
  const { parent, marks } = branch;
  if (parent !== undefined) return beginningOf(parent);
  return marks[0]?.state.now ?? Number.NEGATIVE_INFINITY;
}
