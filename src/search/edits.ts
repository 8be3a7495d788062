/** A way as a what-if: what of the record has to go, and what comes in its place. */
import { type DiplomaticEvent, when } from "../events/index.ts";
import { type Branch, branch, type Edit, eventsOf, type History, historyOf } from "../history/index.ts";
import { keyOf } from "../machine/index.ts";
import type { Dated } from "./dated.ts";
import { minimal } from "./minimal.ts";

/**
 * Edits of a record that bring a dated way into it: its acts are added, and what the record has between the beginning of
 * the way and its end is dropped, as far as it would lead elsewhere and does not
 * go by itself with its causes. With `stop` for what is left, the
 * branch ends where the way does.
 *
 * @param count how many steps of the record come before the way
 * @returns undefined when no such branch ends where the way does
 */
export function editsOf(record: Branch, count: number, { events, history }: Dated): readonly Edit[] | undefined {
  const last = events.at(-1);
  if (last === undefined) return undefined;
  const before = new Set(
    historyOf(record)
      .steps.slice(0, count)
      .map(({ event }) => event.id),
  );
  const end = when(last.at).end;
  const between = eventsOf(record).filter(({ id, at }) => !before.has(id) && when(at).start <= end);
  const adds = events.map((event): Edit => ({ kind: "add", event }));
  const own = passed(history, count);
  const leads = (drops: readonly DiplomaticEvent[]): boolean => {
    const told = passed(historyOf(branch(record, [...drops.map(dropOf), ...adds], "stop")), count);
    return told.length === own.length && told.every((key, k) => key === own[k]);
  };
  if (!leads(between)) return undefined;
  return [...minimal(between, leads, { tries: TRIES }).map(dropOf), ...adds];
}

const TRIES = 2000;

/** The situations that a history passes through after so many steps. */
function passed({ steps }: History, count: number): readonly string[] {
  return steps.slice(count).flatMap(({ verdict, after }) => (verdict === "applied" ? [keyOf(after)] : []));
}

function dropOf({ id }: DiplomaticEvent): Edit {
  return { kind: "drop", id };
}
