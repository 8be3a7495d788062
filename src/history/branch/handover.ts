/** Handing over: what a doctrine or a player needs to know to decide from here on. */
import { type DiplomaticEvent, when } from "../../events/index.ts";
import { sharedTable } from "../../machine/index.ts";
import { type ClockEntry, pendingEntries } from "../clock.ts";
import type { History } from "../history.ts";
import { type Cut, cutHistory } from "../moment.ts";
import { type Branch, eventsOf, historyOf } from "./branch.ts";

/** A history that goes on by somebody's decisions. */
export interface Handover {
  readonly history: History;
  /** What happens by itself unless an event comes first, first due first. */
  readonly pending: readonly ClockEntry[];
  /** What the record would bring next and no edit took the cause from: each is to be decided anew. */
  readonly reopened: readonly DiplomaticEvent[];
  /** The events before it, those of other relations of the crisis among them. */
  readonly before: readonly DiplomaticEvent[];
}

/**
 * What is handed over at the end of a branch: the history so far, the clock, and the events that are left open.
 *
 * @example
 * ```ts
 * import { branch, event, handover, mainLine } from "demarche";
 * const dyad = { a: "IRN", b: "PAK" };
 * const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
 * const talk = event({ id: "talk", act: "visit", at: "2024-01-20", from: ["IRN"], to: ["PAK"] });
 * const modelled = branch(mainLine([strike, talk], { dyad }), [{ kind: "drop", id: "strike" }], "model");
 * handover(modelled).reopened.map(({ id }) => id); // => ["talk"]
 * ```
 */
export function handover(branch: Branch): Handover {
  const history = historyOf(branch);
  return { history, pending: pendingOf(history), reopened: branch.left, before: eventsOf(branch) };
}

/**
 * The parent of a branch handed over at the same place: as it was up to the last edit, without any edit. What follows
 * from it is what the branch is to be compared with.
 */
export function unedited({ parent, reach }: Branch): Handover {
  if (parent === undefined) throw new RangeError("The record is no branch: nothing was edited.");
  const whole = historyOf(parent);
  const events = eventsOf(parent);
  const before = events.slice(0, reach);
  const cut = cutBehind(before, whole);
  const history = cutHistory(whole, cut);
  return { history, pending: pendingOf(history), reopened: events.slice(reach), before };
}

/** Where a history is cut behind the first events of its record, the last of which may belong to another relation. */
export function cutBehind(before: readonly DiplomaticEvent[], { steps, now }: History): Cut {
  const last = before.at(-1);
  if (last === undefined) return { count: 0, minute: steps[0]?.minute ?? now };
  const beforeSet = new Set(before);
  const start = when(last.at).start;
  const count = steps.findLastIndex(({ event, minute }) => beforeSet.has(event) || minute < start) + 1;
  return { count, minute: Math.max(start, steps[count - 1]?.minute ?? start) };
}

/** What waits on the clock of a history, first due first. */
export function pendingOf(history: History): readonly ClockEntry[] {
  const { situation } = history;
  return pendingEntries({ ...history, situation: sharedTable.idOf(situation) });
}
