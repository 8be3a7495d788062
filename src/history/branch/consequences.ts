/** Consequences: which later events lose a cause by edits, and of which a cause is not what it was. */
import type { DiplomaticEvent } from "../../events/index.ts";
import type { History, Step } from "../history.ts";
import type { Slot } from "./edit.ts";

/** An event of the record that an edit reaches through its causes. */
export interface Reached {
  readonly event: DiplomaticEvent;
  /** Its cause through which the edit reaches it: an edited event, or one that is reached itself. */
  readonly through: string;
}

/** What edits do to the events that no edit concerns. */
export interface Consequences {
  /** Events of which a cause no longer stands before them: dropped, moved behind them, or orphaned itself. */
  readonly orphaned: readonly Reached[];
  /** Events whose causes all stand, but one of them is not what it was: whether they would still have come is open. */
  readonly reopened: readonly Reached[];
}

/** Follows causes from the edited events to their effects. An event that an edit brings needs its causes too. */
export function consequences(slots: readonly Slot[]): Consequences {
  // A swap turns causes and effects alike: it neither removes nor changes a cause.
  const editedSlots = slots.filter(
    ({ edit, same }) => edit !== undefined && edit.kind !== "swap" && same === undefined,
  );
  const gone = new Set(editedSlots.flatMap(({ event, edit }) => (edit?.kind === "drop" ? [event.id] : [])));
  const notYet = new Set(editedSlots.map(({ event }) => event.id));
  const changed = new Set<string>();
  const orphaned: Reached[] = [];
  const reopened: Reached[] = [];
  for (const { event, edit } of slots) {
    const isEdited = notYet.delete(event.id);
    if (edit?.kind === "drop") continue;
    const lostCause = event.because.find((id) => gone.has(id) || notYet.has(id));
    const changedCause = event.because.find((id) => changed.has(id));
    if (lostCause !== undefined) {
      gone.add(event.id);
      orphaned.push({ event, through: lostCause });
    } else if (isEdited || changedCause !== undefined) {
      changed.add(event.id);
      if (!isEdited && changedCause !== undefined) reopened.push({ event, through: changedCause });
    }
  }
  return { orphaned, reopened };
}

/**
 * The causal cone of events: the steps that name one of these events as a cause, or an effect of it, and so on; not the events themselves.
 *
 * @param ids the events whose effects are asked for
 */
export function coneOf({ steps }: History, ids: Iterable<string>): readonly Step[] {
  const reached = new Set(ids);
  return steps.filter(({ event }) => {
    const follows = event.because.some((id) => reached.has(id));
    const isNew = follows && !reached.has(event.id);
    if (follows) reached.add(event.id);
    return isNew;
  });
}
