/** A way as a what-if: what of the record has to go, and what comes in its place. */
import { type DiplomaticEvent, when } from "../events/index.ts";
import { type Branch, branch, type Edit, eventsOf, type History, historyOf } from "../history/index.ts";
import { keyOf } from "../machine/index.ts";
import type { Dated } from "./date-way.ts";
import { minimal } from "./minimal.ts";

/** Edits that bring a way into a record, and what becomes of the events after them. */
export interface WayEdits {
  readonly edits: readonly Edit[];
  /** `stop` where the way ends with its last act; `keep` where it ends by waiting, up to the end of the record's window. */
  readonly then: "stop" | "keep";
}

/**
 * Edits of a record that bring a dated way into it: its acts are added, and what the record has between the beginning of
 * the way and its end is dropped, as far as it would lead elsewhere and does not go by itself with its causes. With `stop`
 * for what is left, the branch ends where the way does. A way that ends by waiting goes on with nothing but the clock
 * until the window ends: everything in it that would lead elsewhere is dropped.
 *
 * @param count how many steps of the record come before the way
 * @returns undefined when no such branch ends where the way does: the clock may need longer than the window
 */
export function editsOf(record: Branch, count: number, { events, history }: Dated): WayEdits | undefined {
  const before = new Set(
    historyOf(record)
      .steps.slice(0, count)
      .map(({ event }) => event.id),
  );
  const last = events.at(-1);
  const end = last === undefined ? Number.NEGATIVE_INFINITY : when(last.at).end;
  const later = eventsOf(record).filter(({ id }) => !before.has(id));
  const adds = events.map((event): Edit => ({ kind: "add", event }));
  const wanted = situationsPassed(history, count);
  const tries = Math.max(MIN_TRIES, Math.floor(MAX_FOLDED_EVENTS / (before.size + later.length + 1)));
  const attempts = [
    { then: "stop", some: later.filter(({ at }) => when(at).start <= end) },
    { then: "keep", some: later },
  ] as const;
  for (const { then, some: droppable } of attempts) {
    const leads = (drops: readonly DiplomaticEvent[]): boolean => {
      const edits = [...drops.map(dropOf), ...adds];
      const reached = situationsPassed(historyOf(edits.length === 0 ? record : branch(record, edits, then)), count);
      return reached.length === wanted.length && reached.every((key, k) => key === wanted[k]);
    };
    if (leads(droppable)) return { edits: [...minimal(droppable, leads, { tries }).map(dropOf), ...adds], then };
  }
  return undefined;
}

/** About the maximum number of events folded to find what need not be dropped. Of a huge record more may be dropped than must be. */
const MAX_FOLDED_EVENTS = 1_000_000;
const MIN_TRIES = 8;

/** The situations that a history passes through after a number of steps. */
function situationsPassed({ steps }: History, count: number): readonly string[] {
  return steps.slice(count).flatMap(({ verdict, after }) => (verdict === "applied" ? [keyOf(after)] : []));
}

function dropOf({ id }: DiplomaticEvent): Edit {
  return { kind: "drop", id };
}
