/** Order: what a fold refuses, since it would have to move an event in silence or to take one for another. */
import { type DiplomaticEvent, formatWhen, latestStart, when } from "../events/index.ts";
import { Problem } from "../problem/index.ts";
import type { Step } from "./history.ts";

/**
 * The minute from which an event counts in a history that has come to a minute: the beginning of its date, or that minute
 * where the date covers it.
 *
 * @throws Problem `out-of-order` when its date is over by then
 */
export function minuteOf({ id, at }: DiplomaticEvent, now: number): number {
  const { start } = when(at);
  if (start >= now) return start;
  if (latestStart(at) >= now) return now;
  throw new Problem("out-of-order", `${id} is dated ${at}, and the history has come to ${formatWhen(now, "minute")}.`, {
    expected: "Events are folded in order of time: sort them, or begin earlier.",
  });
}

/**
 * Refuses events that have the id of another.
 *
 * @param earlierSteps the steps that stand before them
 * @throws Problem `duplicate-id`
 */
export function refuseRepeatedIds(events: readonly DiplomaticEvent[], earlierSteps: readonly Step[] = []): void {
  const ids = new Set<string>();
  for (const { id } of events) {
    if (ids.has(id)) throw duplicateId(id);
    ids.add(id);
  }
  const repeated = ids.size === 0 ? undefined : earlierSteps.find(({ event }) => ids.has(event.id));
  if (repeated !== undefined) throw duplicateId(repeated.event.id);
}

function duplicateId(id: string): Problem {
  return new Problem("duplicate-id", `Two events have the id ${id}.`, { expected: "Each event has an id of its own." });
}
