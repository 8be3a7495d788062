/** The events that are out of order: the fewest that have to be moved. */
import { latestStart, type When } from "../../events/index.ts";
import { nth } from "../../problem/index.ts";

export interface DatedEvent {
  readonly moment: When;
  readonly latest: number;
  readonly index: number;
}

/** An event out of order, with those in order that it should stand between. */
export interface StrayedEvent {
  readonly one: DatedEvent;
  readonly above: DatedEvent | undefined;
  readonly below: DatedEvent | undefined;
}

/** A date with the last minute at which it may have begun. */
export function dateEvent(moment: When, index: number): DatedEvent {
  return { moment, latest: latestStart(moment.text), index };
}

/** The events whose removal leaves the longest list in order; of two equal choices the one further down. */
export function findStrayed(events: readonly DatedEvent[]): readonly StrayedEvent[] {
  let latest = Number.NEGATIVE_INFINITY;
  const sorted = events.every((one) => {
    const fits = one.latest >= latest;
    latest = Math.max(latest, one.moment.start);
    return fits;
  });
  if (sorted) return [];
  const kept = longest(events);
  const found: StrayedEvent[] = [];
  let above: DatedEvent | undefined;
  const next = [...kept];
  for (const one of events) {
    if (next[0] === one) above = next.shift();
    else found.push({ one, above, below: next[0] });
  }
  return found;
}

/** The longest list in order, by patience: from the end, chains by their length, each with the latest beginning. */
function longest(events: readonly DatedEvent[]): readonly DatedEvent[] {
  const ends: { readonly one: DatedEvent; readonly least: number; readonly next: number | undefined }[] = [];
  const chains: number[] = [];
  for (const one of events.toReversed()) {
    // How many chains begin late enough for this event to stand before them.
    const length = firstBelow(chains, (end) => nth(ends, end).least >= one.moment.start);
    const next = length === 0 ? undefined : chains[length - 1];
    const least = Math.min(one.latest, next === undefined ? Number.POSITIVE_INFINITY : nth(ends, next).least);
    const there = chains[length];
    ends.push({ one, least, next });
    if (there === undefined || least >= nth(ends, there).least) chains[length] = ends.length - 1;
  }
  const kept: DatedEvent[] = [];
  for (let at = chains.at(-1); at !== undefined; at = nth(ends, at).next) kept.push(nth(ends, at).one);
  return kept;
}

/** Number of items at the beginning of a list that pass a test; all others come after them. */
function firstBelow(list: readonly number[], isSo: (item: number) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(nth(list, middle))) low = middle + 1;
    else high = middle;
  }
  return low;
}
