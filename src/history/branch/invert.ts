/** The inverse of edits: edits of the branch that give its parent's events back, to the byte. */
import { type DiplomaticEvent, when } from "../../events/index.ts";
import type { Change } from "./carry-out.ts";
import type { Edit } from "./edit.ts";

/**
 * Edits that take changes back. Carried out with `keep` on a branch made with `keep`, they give its parent's events,
 * if these stand in order of time and each after its causes.
 *
 * @param changes what the edits of the branch changed
 * @param events the events of the parent
 */
export function inverse(changes: readonly Change[], events: readonly DiplomaticEvent[]): readonly Edit[] {
  const own = changes.filter(({ edit }) => edit.kind !== "swap");
  const before = new Map(own.map((change) => [change.before?.id, change]));
  const stay = events.filter(({ id }) => !before.has(id));
  const added = own.flatMap(({ before, after }): readonly Edit[] =>
    before === undefined && after !== undefined ? [{ kind: "drop", id: after.id }] : [],
  );
  const brought = new Set(eventsKeptFromEnd(before, events));
  const back = events.flatMap((event, k): readonly Edit[] => {
    const change = before.get(event.id);
    const next = events[k + 1];
    const place = next === undefined ? {} : { before: next.id };
    if (change !== undefined) {
      return [
        change.after === undefined
          ? { kind: "add", event, ...place }
          : { kind: "replace", id: event.id, event, ...place },
      ];
    }
    return brought.has(event) ? [{ kind: "move", id: event.id, to: event.at, ...place }] : [];
  });
  return [...added, ...back, ...reverseSwaps(changes, events, stay)];
}

/** Events that have to be brought before the last one: there is none to bring the last one before. */
function eventsKeptFromEnd(
  changes: ReadonlyMap<string | undefined, Change>,
  events: readonly DiplomaticEvent[],
): readonly DiplomaticEvent[] {
  const last = events.at(-1);
  const change = changes.get(last?.id);
  // One that has another date now comes back to the end by its date.
  const isKept = change !== undefined && "before" in change.edit && change.after?.at === last?.at;
  if (last === undefined || !isKept) return [];
  return events.filter((event) => event !== last && when(event.at).end >= when(last.at).start);
}

/** Swaps that turn back what was turned: each begins with the first event that nothing else brings back. */
function reverseSwaps(
  changes: readonly Change[],
  events: readonly DiplomaticEvent[],
  stay: readonly DiplomaticEvent[],
): readonly Edit[] {
  const staying = new Set(stay);
  const turning = new Set<string>();
  for (const { edit } of changes) {
    if (edit.kind !== "swap") continue;
    const place = events.findIndex(({ id }) => id === edit.id);
    const first = events.slice(place).find((event) => staying.has(event));
    // Two swaps that turn back from the same event on turn nothing.
    if (first !== undefined && !turning.delete(first.id)) turning.add(first.id);
  }
  return [...turning].map((id) => ({ kind: "swap", id }));
}
