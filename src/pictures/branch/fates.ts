/** Fates: what became of each event of the record in a branch, and what the branch brings in. */
import type { DiplomaticEvent } from "../../events/index.ts";
import { stepsUntil } from "../../history/index.ts";
import type { Supposed } from "../../scenario/index.ts";
import type { ReplayView } from "../../views/index.ts";
import { type Mark, markOf } from "../record/marks.ts";
import type { Tone } from "../record/tone.ts";
import type { Words } from "../words/index.ts";

/** An event of the record or of the branch, with what became of it. */
export interface Fated {
  readonly mark: Mark;
  readonly tone: Tone;
}

/** The events of the record, with their verdicts in the branch where they stand in it, and those that it brings in; by time. */
export function fatedMarks(telling: ReplayView, supposed: Supposed, say: Words): readonly Fated[] {
  const { history, branch } = supposed;
  const there = new Map(history.steps.map((step) => [step.event.id, step]));
  const orphaned = new Set(branch.orphaned.map(({ event }) => event.id));
  const reopened = new Set(branch.reopened.map(({ event }) => event.id));
  const edited = new Set(branch.changes.flatMap(({ before }) => before?.id ?? []));
  const record = telling.history.steps.slice(0, stepsUntil(telling.history, telling.until));
  const own = record.map((step): Fated => {
    const { id } = step.event;
    const now = there.get(id);
    const stands = now !== undefined && sameEvent(step.event, now.event);
    const mark = markOf(stands ? { ...step, verdict: now.verdict } : step, telling, say);
    const fate = (): Tone => {
      if (stands) return reopened.has(id) ? "reopened" : orphaned.has(id) ? "orphaned" : "plain";
      if (orphaned.has(id)) return "orphaned";
      if (edited.has(id) || now !== undefined) return "dropped";
      return step.event.source === "clock" && (branch.then === "keep" || branch.then === "prune") ? "orphaned" : "left";
    };
    return { mark, tone: fate() };
  });
  const known = new Map(record.map(({ event }) => [event.id, event]));
  const brought = history.steps.filter(({ event }) => {
    const before = known.get(event.id);
    return before === undefined || !sameEvent(before, event);
  });
  const added = brought.map((step): Fated => {
    const mark = markOf(step, telling, say);
    return { mark: { ...mark, text: `+ ${mark.text}` }, tone: "added" };
  });
  return [...own, ...added].toSorted((p, q) => p.mark.minute - q.mark.minute);
}

/** Whether an event is what it was: the same act by the same actors at the same time. */
function sameEvent(one: DiplomaticEvent, other: DiplomaticEvent): boolean {
  return one.act === other.act && one.at === other.at && one.from.join() === other.from.join();
}
