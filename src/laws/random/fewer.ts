/** Fewer things: histories and branches that lack one event or one edit of a case, made again as the case was. */
import type { DiplomaticEvent } from "../../events/index.ts";
import { type Edit, editedId, eventsOf, isEditProblem, mainLine, type Scope } from "../../history/index.ts";
import type { Account, Made } from "../cases.ts";
import type { System } from "../system.ts";

/** The accounts that lack one event of an account; nothing names it as a cause any more. */
export function fewerEvents(
  { events, beginning, until, choice }: Account,
  { fold }: Pick<System, "fold">,
): readonly Account[] {
  return events.map(({ id }) => {
    const others = without(id, events);
    const end = until === undefined ? {} : { until };
    return { events: others, beginning, ...end, history: fold(others, beginning, until), choice };
  });
}

/** The branches that lack one edit, or one event of the record that no edit concerns. */
export function fewerEdits(
  { parent, edits, then, choice }: Made,
  scope: Scope,
  { branch }: Pick<System, "branch">,
): readonly Made[] {
  const record = eventsOf(parent);
  const concerned = new Set(edits.flatMap((edit) => [editedId(edit), "before" in edit ? edit.before : undefined]));
  const made = (events: readonly DiplomaticEvent[], some: readonly Edit[]): readonly Made[] => {
    const line = events === record ? parent : mainLine(events, scope);
    try {
      return [{ parent: line, edits: some, then, branch: branch(line, some, then), choice }];
    } catch (error) {
      // The others may be impossible without it: an edit names a cause that it brought.
      if (isEditProblem(error)) return [];
      throw error;
    }
  };
  return [
    ...edits.flatMap((_, k) => made(record, edits.toSpliced(k, 1))),
    ...record.flatMap(({ id }) =>
      concerned.has(id)
        ? []
        : made(
            without(id, record),
            edits.map((edit) => ("event" in edit ? { ...edit, event: freed(id, edit.event) } : edit)),
          ),
    ),
  ];
}

function without(id: string, events: readonly DiplomaticEvent[]): readonly DiplomaticEvent[] {
  return events.flatMap((event) => (event.id === id ? [] : [freed(id, event)]));
}

/** An event that does not come of another one. */
function freed(id: string, event: DiplomaticEvent): DiplomaticEvent {
  return event.because.includes(id) ? { ...event, because: event.because.filter((cause) => cause !== id) } : event;
}
