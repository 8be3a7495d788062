/** Where an event stands among others: by its date, and within its day after the others, its causes and before its effects. */
import { type DiplomaticEvent, latestStart, when } from "../../events/index.ts";
import { nth } from "../../problem/index.ts";

const indices = new WeakMap<readonly DiplomaticEvent[], ReadonlyMap<string, number>>();

/** Where the event of an id stands in a list: looked up often in one long record, so its index is kept. */
export function placeById(id: string, events: readonly DiplomaticEvent[]): number | undefined {
  const cached = indices.get(events);
  const index = cached ?? new Map(events.map((event, place) => [event.id, place]));
  if (cached === undefined) indices.set(events, index);
  return index.get(id);
}

/** The places where an event may stand in a list by its date, from the first to the last; an index to insert at. */
export function placesFor(at: string, events: readonly DiplomaticEvent[]): readonly [first: number, last: number] {
  const [start, end] = [when(at).start, latestStart(at)];
  const first = events.findLastIndex((other) => latestStart(other.at) < start) + 1;
  let last = first;
  for (let next = events[last]; next !== undefined && when(next.at).start <= end; next = events[last]) last += 1;
  return [first, last];
}

/** Where an event is put: as late as its date, the event that it names in `before` and those that it causes allow. */
export function placeOf(event: DiplomaticEvent, events: readonly DiplomaticEvent[]): number {
  const [first, last] = placesFor(event.at, events);
  const isAfter = ({ id, because }: DiplomaticEvent): boolean => id === event.before || because.includes(event.id);
  for (let k = first; k < last; k++) if (isAfter(nth(events, k))) return k;
  return last;
}
