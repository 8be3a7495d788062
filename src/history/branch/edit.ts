/** Edits: what a what-if changes in the record, and what becomes of the events after it. Data only. */
import type { DiplomaticEvent } from "../../events/index.ts";
import { frozen } from "../../problem/index.ts";

/** Takes an event out. */
export interface Drop {
  readonly kind: "drop";
  readonly id: string;
}

/** Where an edit puts an event: after the others of its day, or before the one that is named. */
interface Placed {
  readonly before?: string;
}

/** Puts a new event in. */
export interface Add extends Placed {
  readonly kind: "add";
  readonly event: DiplomaticEvent;
}

/** Gives an event another date. */
export interface Move extends Placed {
  readonly kind: "move";
  readonly id: string;
  readonly to: string;
}

/** Makes another event of an event, with the same id; where it stood, unless it gets another date or place. */
export interface Replace extends Placed {
  readonly kind: "replace";
  readonly id: string;
  readonly event: DiplomaticEvent;
}

/** The parties exchange roles in this event and in all of the record after it. */
export interface Swap {
  readonly kind: "swap";
  readonly id: string;
}

/**
 * One edit of the record. The edits of a what-if hold all at once; their order says only which of several
 * events that are brought to one day stands first.
 */
export type Edit = Drop | Add | Move | Replace | Swap;

/**
 * What becomes of the record's events after the edits. Keep: they stand. Prune: those whose causes no longer stand
 * before them go, and what they caused. Stop: pruned, and the history ends with the last edit. Model: pruned, and from
 * the last edit on somebody else decides.
 */
export type Policy = (typeof policies)[number];

/** The policies. */
export const policies = ["keep", "prune", "stop", "model"] as const;
frozen(policies);

/** A place in the edited list: an event that stands, or, if its edit is a drop, the place where one stood. */
export interface Slot {
  readonly event: DiplomaticEvent;
  /** The edit that concerns this very event. Of the events that a swap turns only the first has it. */
  readonly edit?: Edit;
  /** Its edit leaves the event as it is, where it is. */
  readonly same?: true;
}

/** The id of the event that an edit concerns. */
export function editedId(edit: Edit): string {
  return edit.kind === "add" ? edit.event.id : edit.id;
}

/** An edit in the words of the command line: `drop reprisal`, `move call to 2024-01-17`. */
export function editText(edit: Edit): string {
  const place = "before" in edit && edit.before !== undefined ? ` before ${edit.before}` : "";
  if (edit.kind === "move") return `move ${edit.id} to ${edit.to}${place}`;
  return `${edit.kind} ${editedId(edit)}${place}`;
}
