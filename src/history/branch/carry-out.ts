/** Carrying edits out: a list of events with all edits of a what-if in it, and what is impossible about them. */
import { type DiplomaticEvent, relabelled, when } from "../../events/index.ts";
import type { Dyad } from "../../machine/index.ts";
import { type Edit, editedId, type Slot } from "./edit.ts";
import { type Fault, outcomeFaults, targetFaults } from "./faults.ts";
import { placeById, placeOf, placesFor } from "./place.ts";

/** What an edit made of an event; for a swap, of the first event that it concerns. */
export interface Change {
  readonly edit: Edit;
  /** The event in the record; absent when it was added. */
  readonly before?: DiplomaticEvent;
  /** The event as it is now; absent when it was dropped. */
  readonly after?: DiplomaticEvent;
}

/** Events with edits carried out. */
export interface Edited {
  /** How many events at the beginning no edit concerns. */
  readonly head: number;
  /** Everything after these. */
  readonly slots: readonly Slot[];
  /** In the order of the edits. */
  readonly changes: readonly Change[];
  /** What is impossible about the edits. An edit that can't be carried out at all is left out. */
  readonly faults: readonly Fault[];
}

/**
 * Carries edits out. Nothing is thrown: what is impossible is a fault.
 *
 * @param background ids beside those of the events that may be named as causes
 * @param from the first minute of the record, where it has one
 */
export function carryOut(
  edits: readonly Edit[],
  events: readonly DiplomaticEvent[],
  dyad: Dyad,
  background: ReadonlySet<string>,
  from: number = Number.NEGATIVE_INFINITY,
): Edited {
  const early = targetFaults(edits, events);
  const possible = edits.filter((_, k) => early.every(({ index }) => index !== k));
  const head = Math.min(events.length, ...possible.map((edit) => firstPlace(edit, events)));
  const tail = events.slice(head);
  const { staying, arriving } = separateSlots(possible, tail, dyad);
  const slots = orderArrivals(arriving).reduce(insert, staying);
  const late = outcomeFaults(edits, { head: events.slice(0, head), slots, background, from });
  return { head, slots, changes: changesOf(possible, tail, slots), faults: [...early, ...late] };
}

/** The first place of the list that an edit touches. */
function firstPlace(edit: Edit, events: readonly DiplomaticEvent[]): number {
  const own = edit.kind === "add" ? events.length : (placeById(edit.id, events) ?? -1);
  if (edit.kind === "drop" || edit.kind === "swap") return own;
  const [first] = placesFor(edit.kind === "move" ? edit.to : edit.event.at, events);
  return Math.min(own, first);
}

/** An event on its way to its place. */
interface Arrival {
  readonly slot: Slot;
  readonly before?: string;
}

/** What stays where it is, and what an edit adds or gives another date. */
function separateSlots(edits: readonly Edit[], events: readonly DiplomaticEvent[], dyad: Dyad) {
  const byId = new Map(edits.flatMap((edit) => (edit.kind === "swap" ? [] : [[editedId(edit), edit]])));
  const swaps = new Map(edits.flatMap((edit) => (edit.kind === "swap" ? [[edit.id, edit]] : [])));
  const staying: Slot[] = [];
  const moving = new Map<string, Slot>();
  let swapped = false;
  for (const event of events) {
    if (swaps.has(event.id)) swapped = !swapped;
    const edit = byId.get(event.id);
    const own = edit ?? swaps.get(event.id);
    const slot = slotOf(event, applyEdit(swapped ? exchangeParties(event, dyad) : event, edit), own);
    const now = slot.event;
    if (now.at === event.at && !isPlaced(edit)) staying.push(slot);
    else moving.set(event.id, slot);
  }
  const arriving = edits.flatMap((edit): readonly Arrival[] => {
    if (edit.kind === "swap") return [];
    const slot = edit.kind === "add" ? { event: edit.event, edit } : moving.get(edit.id);
    return slot === undefined ? [] : [isPlaced(edit) ? { slot, before: edit.before } : { slot }];
  });
  return { staying, arriving };
}

/** Where an edit changes nothing about an event, the event itself stays. */
function slotOf(event: DiplomaticEvent, now: DiplomaticEvent, edit: Edit | undefined): Slot {
  if (edit === undefined) return { event: now };
  if (isPlaced(edit) || edit.kind === "drop" || JSON.stringify(now) !== JSON.stringify(event))
    return { event: now, edit };
  return { event, edit, same: true };
}

function isPlaced(edit: Edit | undefined): edit is Edit & { readonly before: string } {
  return edit !== undefined && "before" in edit && edit.before !== undefined;
}

function applyEdit(event: DiplomaticEvent, edit: Edit | undefined): DiplomaticEvent {
  if (edit?.kind === "replace") return edit.event;
  return edit?.kind === "move" ? { ...event, at: edit.to } : event;
}

function exchangeParties(event: DiplomaticEvent, { a, b }: Dyad): DiplomaticEvent {
  return relabelled(event, (code) => (code === a ? b : code === b ? a : code));
}

/**
 * Arrivals in the order in which they are put: first those that are put before another, which is there by then; then
 * those whose place is their date, causes before effects. Beyond that the order of the edits counts.
 */
function orderArrivals(arriving: readonly Arrival[]): readonly Arrival[] {
  const waiting = new Map(arriving.map((arrival) => [arrival.slot.event.id, arrival]));
  const turn: Arrival[] = [];
  const take = (arrival: Arrival): void => {
    const { event } = arrival.slot;
    if (!waiting.delete(event.id)) return;
    for (const id of arrival.before === undefined ? event.because : [arrival.before]) {
      const first = waiting.get(id);
      // A cause that has a place of its own need not be there first.
      if (first !== undefined && (arrival.before !== undefined || first.before === undefined)) take(first);
    }
    turn.push(arrival);
  };
  for (const arrival of arriving) if (arrival.before !== undefined) take(arrival);
  for (const arrival of arriving) take(arrival);
  return turn;
}

function insert(slots: readonly Slot[], { slot, before }: Arrival): Slot[] {
  const nextPlace = before === undefined ? -1 : slots.findIndex(({ event }) => event.id === before);
  const events = nextPlace < 0 ? slots.map(({ event }) => event) : [];
  const place = nextPlace < 0 ? placeOf(slot.event, events) : placeBeforeDropped(slots, nextPlace, slot.event);
  return [...slots.slice(0, place), slot, ...slots.slice(place)];
}

/** A place; or the one before the dropped events in front of it, where these stood on a later day. */
function placeBeforeDropped(slots: readonly Slot[], place: number, { at }: DiplomaticEvent): number {
  const { end } = when(at);
  const stays = slots.findLastIndex(
    ({ event, edit }, k) => k < place && !(edit?.kind === "drop" && when(event.at).start > end),
  );
  return stays + 1;
}

function changesOf(
  edits: readonly Edit[],
  events: readonly DiplomaticEvent[],
  slots: readonly Slot[],
): readonly Change[] {
  const editedIds = new Set(edits.map(editedId));
  const originals = new Map(events.filter(({ id }) => editedIds.has(id)).map((event) => [event.id, event]));
  const now = new Map(slots.filter(({ event }) => editedIds.has(event.id)).map((slot) => [slot.event.id, slot]));
  return edits.map((edit) => {
    const [before, slot] = [originals.get(editedId(edit)), now.get(editedId(edit))];
    return {
      edit,
      ...(before === undefined ? {} : { before }),
      ...(slot === undefined || edit.kind === "drop" ? {} : { after: slot.event }),
    };
  });
}
