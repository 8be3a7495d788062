/** Faults: what is impossible about edits, whatever becomes of the events after them. */

import { type DiplomaticEvent, formatWhen, latestStart, when } from "../../events/index.ts";
import { nth } from "../../problem/index.ts";
import { type Edit, editedId, editText, type Slot } from "./edit.ts";
import { placeById, placesFor } from "./place.ts";

/** The kinds of faults. */
export type FaultCode = "unknown-event" | "duplicate-id" | "edited-twice" | "effect-before-cause" | "out-of-order";

/** One thing that is impossible about an edit. */
export interface Fault {
  readonly code: FaultCode;
  /** The place of the edit among the edits. */
  readonly index: number;
  /** Which part of the edit: the event it names, where it is put, what its event names, or the cause with that number. */
  readonly part: "id" | "before" | "at" | { readonly said: "after" | "before" } | { readonly because: number };
  /** The id that is wrong. */
  readonly id: string;
  readonly message: string;
  readonly expected: string;
}

/** Edits that can't be carried out at all: of events that are not there, of an event twice, with an id that is taken. */
export function targetFaults(edits: readonly Edit[], events: readonly DiplomaticEvent[]): readonly Fault[] {
  const editedKeys = new Set<string>();
  return edits.flatMap((edit, index): readonly Fault[] => {
    const id = editedId(edit);
    const key = edit.kind === "swap" ? `swap ${id}` : id;
    const cancels = edit.kind === "drop" ? `swap ${id}` : edit.kind === "swap" ? `drop ${id}` : key;
    const isRepeated = editedKeys.has(key) || editedKeys.has(cancels);
    editedKeys.add(key).add(edit.kind === "drop" ? `drop ${id}` : key);
    const isInRecord = placeById(id, events) !== undefined;
    if (edit.kind !== "add" && !isInRecord && !isAdded(edits, id)) {
      const message = `${id} is no event of the record.`;
      return [{ code: "unknown-event", index, part: "id", id, message, expected: "the id of an event of the record" }];
    }
    if (edit.kind === "add" && isInRecord) {
      const message = `The id ${id} is taken by an event of the record.`;
      return [{ code: "duplicate-id", index, part: "id", id, message, expected: "an id of its own; or replace it" }];
    }
    if (isRepeated || (edit.kind !== "add" && !isInRecord)) {
      const message = `${id} is edited twice in this what-if.`;
      return [{ code: "edited-twice", index, part: "id", id, message, expected: "one edit for each event" }];
    }
    return [];
  });
}

/** What is carried out. */
export interface Outcome {
  readonly head: readonly DiplomaticEvent[];
  readonly slots: readonly Slot[];
  /** Ids beside those of the events that may be causes. */
  readonly background: ReadonlySet<string>;
  /** The first minute of the record. */
  readonly from: number;
}

/**
 * Edits whose outcome contradicts itself: an effect before its cause, a place in a day that the event is not in, an event
 * before the record begins, or on the wrong side of one that it names in `after` or `before`.
 */
export function outcomeFaults(edits: readonly Edit[], outcome: Outcome): readonly Fault[] {
  const places = placesOf(edits, outcome.slots);
  return edits.flatMap((edit, index): readonly Fault[] => {
    const place = places.get(editedId(edit));
    const slot = place === undefined ? undefined : outcome.slots[place];
    if (place === undefined || slot === undefined || edit.kind === "drop" || edit.kind === "swap") return [];
    const causes = slot.event.because.flatMap((cause, because) =>
      causeFaults(edit, index, { cause, because, place }, places, outcome),
    );
    return [
      ...causes,
      ...placeFaults(edit, index, place, places, outcome),
      ...beginningFaults(slot.event, index, outcome),
      ...sideFaults(edit, index, place, outcome),
    ];
  });
}

function beginningFaults({ id, at }: DiplomaticEvent, index: number, { from }: Outcome): readonly Fault[] {
  if (latestStart(at) >= from) return [];
  const begins = formatWhen(from, "minute");
  const message = `${id} would come on ${at}, before the record begins.`;
  return [{ code: "out-of-order", index, part: "at", id, message, expected: `a date from ${begins} on` }];
}

/** An event must stand after and before the events that it names in `after` and `before`. */
function sideFaults(edit: Edit, index: number, place: number, { head, slots }: Outcome): readonly Fault[] {
  const { event } = nth(slots, place);
  return (["after", "before"] as const).flatMap((side): readonly Fault[] => {
    const id = event[side];
    if (id === undefined) return [];
    const otherPlace = slots.findIndex((slot) => slot.event.id === id && slot.edit?.kind !== "drop");
    const part = edit.kind === "move" ? "at" : { said: side };
    const stands = otherPlace >= 0 || head.some((one) => one.id === id);
    if (!stands) {
      if (edit.kind !== "add") return [];
      const message = `${event.id} is said to come ${side} ${id}, and there is no such event.`;
      return [{ code: "unknown-event", index, part, id, message, expected: "the id of an event that stands" }];
    }
    if (side === "after" ? otherPlace < place : otherPlace > place) return [];
    const message = `${event.id} is said to come ${side} ${id}, and would stand ${side === "after" ? "before" : "after"} it.`;
    return [{ code: "out-of-order", index, part, id, message, expected: "a date on the side that it names" }];
  });
}

/** Where the edited events stand, their causes, and what they are put before. */
function placesOf(edits: readonly Edit[], slots: readonly Slot[]): ReadonlyMap<string, number> {
  const edited = new Set(edits.map(editedId));
  const causes = slots.flatMap(({ event }) => (edited.has(event.id) ? event.because : []));
  const others = edits.flatMap((edit) => ("before" in edit && edit.before !== undefined ? [edit.before] : []));
  const wanted = new Set([...edited, ...causes, ...others]);
  return new Map(slots.flatMap(({ event }, place) => (wanted.has(event.id) ? [[event.id, place] as const] : [])));
}

interface NamedCause {
  readonly cause: string;
  readonly because: number;
  readonly place: number;
}

function causeFaults(
  edit: Edit,
  index: number,
  { cause, because, place }: NamedCause,
  places: ReadonlyMap<string, number>,
  { head, slots, background }: Outcome,
): readonly Fault[] {
  const id = editedId(edit);
  const at = places.get(cause);
  const part = edit.kind === "move" ? "at" : { because };
  if (at === undefined) {
    if (edit.kind === "move" || background.has(cause) || head.some((event) => event.id === cause)) return [];
    const message = `${id} names ${cause} as its cause, and there is no such event.`;
    return [{ code: "unknown-event", index, part, id: cause, message, expected: "the id of an earlier event" }];
  }
  const slot = slots[at];
  const isDropped = slot?.edit?.kind === "drop";
  if (isDropped && edit.kind === "add") {
    const message = `${id} names ${cause} as its cause, which this what-if drops.`;
    return [{ code: "unknown-event", index, part, id: cause, message, expected: "the id of an event that stands" }];
  }
  if (at < place || isDropped) return [];
  const moveText = edit.kind === "move" ? `, and ${editText(edit)} would bring it before that` : "";
  const causeText = cause === id ? "itself as its cause" : `${cause} as its cause, which comes later${moveText}`;
  const message = `${id} names ${causeText}.`;
  const expected =
    edit.kind === "move"
      ? `a date after ${cause} (${slot?.event.at}), or replace ${id} with other causes in because`
      : "an earlier event";
  return [{ code: "effect-before-cause", index, part, id: cause, message, expected }];
}

function placeFaults(
  edit: Edit,
  index: number,
  place: number,
  places: ReadonlyMap<string, number>,
  { head, slots }: Outcome,
): readonly Fault[] {
  if (!("before" in edit) || edit.before === undefined) return [];
  const { before: id } = edit;
  const next = places.get(id);
  const part = "before" as const;
  const own = editedId(edit);
  const otherDay = `${own} can't stand before ${id}, which is on another day.`;
  const sameDay = "another event of the same day";
  if (next === undefined && head.some((event) => event.id === id)) {
    return [{ code: "out-of-order", index, part, id, message: otherDay, expected: sameDay }];
  }
  if (next === undefined) {
    const message = `${id} is no event on the day of ${editedId(edit)}.`;
    return [{ code: "unknown-event", index, part, id, message, expected: "an event of the same day" }];
  }
  const standing = slots.filter((slot, k) => k === place || slot.edit?.kind !== "drop").map(({ event }) => event);
  const [here, there] = [nth(slots, place).event.at, nth(slots, next).event.at];
  const ownPlace = standing.findIndex((event) => event.id === own);
  const [first, last] = placesFor(here, standing.toSpliced(ownPlace, 1));
  if (place < next && ownPlace >= first && ownPlace <= last) return [];
  const isContradiction = id !== own && overlap(here, there);
  const contradiction = `${own} can't stand before ${id === own ? "itself" : `${id}, which is put before it`}.`;
  const expected = isContradiction ? "places that don't contradict each other" : sameDay;
  return [
    {
      code: "out-of-order",
      index,
      part,
      id,
      message: isContradiction || id === own ? contradiction : otherDay,
      expected,
    },
  ];
}

function overlap(one: string, other: string): boolean {
  return when(one).start <= latestStart(other) && when(other).start <= latestStart(one);
}

function isAdded(edits: readonly Edit[], id: string): boolean {
  return edits.some((edit) => edit.kind === "add" && edit.event.id === id);
}
