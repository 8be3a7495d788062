/** Fates: what became of each event of the record in a branch, and which events the branch adds. */
import type { DiplomaticEvent } from "../../events/index.ts";
import { stepsUntil } from "../../history/index.ts";
import type { EvaluatedWhatIf } from "../../scenario/index.ts";
import type { ReplayView } from "../../views/index.ts";
import { type Mark, markOf } from "../record/marks.ts";
import type { Tone } from "../record/tone.ts";
import type { Words } from "../words/index.ts";

/** An event of the record or of the branch, with what became of it. */
export interface FatedMark {
  readonly mark: Mark;
  readonly tone: Tone;
}

/** The events of the record and those that the branch adds, by time. Events in both have their verdict in the branch. */
export function markFates(telling: ReplayView, evaluated: EvaluatedWhatIf, say: Words): readonly FatedMark[] {
  const { history, branch } = evaluated;
  const there = new Map(history.steps.map((step) => [step.event.id, step]));
  const orphaned = new Set(branch.orphaned.map(({ event }) => event.id));
  const reopened = new Set(branch.reopened.map(({ event }) => event.id));
  const edited = new Set(branch.changes.flatMap(({ before }) => before?.id ?? []));
  const record = telling.history.steps.slice(0, stepsUntil(telling.history, telling.until));
  const recordMarks = record.map((step): FatedMark => {
    const { id } = step.event;
    const now = there.get(id);
    const isSame = now !== undefined && sameEvent(step.event, now.event);
    const mark = markOf(isSame ? { ...step, verdict: now.verdict } : step, telling, say);
    const fate = (): Tone => {
      if (isSame) return reopened.has(id) ? "reopened" : orphaned.has(id) ? "orphaned" : "plain";
      if (orphaned.has(id)) return "orphaned";
      if (edited.has(id) || now !== undefined) return "dropped";
      return step.event.source === "clock" && (branch.then === "keep" || branch.then === "prune") ? "orphaned" : "left";
    };
    return { mark, tone: fate() };
  });
  const before = new Map(record.map(({ event }) => [event.id, event]));
  const newSteps = history.steps.filter(({ event }) => {
    const previous = before.get(event.id);
    return previous === undefined || !sameEvent(previous, event);
  });
  const addedMarks = newSteps.map((step): FatedMark => {
    const mark = markOf(step, telling, say);
    return { mark: { ...mark, text: `+ ${mark.text}` }, tone: "added" };
  });
  return [...recordMarks, ...addedMarks].toSorted((p, q) => p.mark.minute - q.mark.minute);
}

/** Whether two events are the same act by the same actors at the same time. */
function sameEvent(one: DiplomaticEvent, other: DiplomaticEvent): boolean {
  return one.act === other.act && one.at === other.at && one.from.join() === other.from.join();
}
