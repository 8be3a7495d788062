/** Candidates: every single edit of a record that might matter, each kind by what the chart would make of it. */
import { type DiplomaticEvent, formatWhen, when } from "../events/index.ts";
import { type Branch, type Edit, eventsOf, historyOf } from "../history/index.ts";
import { type ChartEvent, project, type Situation, sharedTable, symbolIndex } from "../machine/index.ts";
import { freeName } from "../scenario/index.ts";
import { allowedSymbols, type Constraints } from "./constraints.ts";
import { invented, inventedInstead } from "./invented.ts";

const NOTE = "Invented by a search for the least edit.";

/**
 * Single edits of a record: drops, moves to the day of another event, other acts of the same actor in an event's place,
 * and valid acts at every place. Of several acts that lead to the same situation, one is tried.
 *
 * @param allowed which acts may be brought in
 */
export function* candidates(record: Branch, allowed?: Constraints): Generator<Edit> {
  const events = eventsOf(record);
  for (const { id } of events) yield { kind: "drop", id };
  yield* moves(events);
  const able = allowedSymbols(allowed).filter(({ by }) => by !== "other");
  const standing = situations(record, events);
  yield* replacements(events, standing, able, record);
  yield* additions(events, standing, able, record);
}

/** Where the record stood before each of its events, and at its end. */
function situations(record: Branch, events: readonly DiplomaticEvent[]): readonly Situation[] {
  const { steps, situation } = historyOf(record);
  const before = new Map(steps.map((step) => [step.event.id, step.before]));
  return [...events.map(({ id }) => before.get(id) ?? situation), situation];
}

/** Each event brought to the day of each other one, first and last on it. */
function* moves(events: readonly DiplomaticEvent[]): Generator<Edit> {
  const days = Map.groupBy(events, ({ at }) => at.slice(0, 10));
  for (const { id, at } of events) {
    for (const [day, those] of days) {
      const [first, ...rest] = those.filter((other) => other.id !== id);
      if (first === undefined) continue;
      yield { kind: "move", id, to: day, before: first.id };
      if (at.slice(0, 10) !== day || rest.length > 0) yield { kind: "move", id, to: day };
    }
  }
}

function* replacements(
  events: readonly DiplomaticEvent[],
  standing: readonly Situation[],
  able: readonly ChartEvent[],
  { end: { dyad } }: Branch,
): Generator<Edit> {
  for (const [k, event] of events.entries()) {
    const seen = project(event, dyad);
    const before = standing[k];
    if (before === undefined || seen.by === "other") continue;
    const own = sharedTable.next(sharedTable.idOf(before), symbolIndex(seen));
    const others = able.filter(({ by, type }) => by === seen.by && type !== seen.type);
    for (const other of distinct(before, others, new Set([own]))) {
      yield { kind: "replace", id: event.id, event: inventedInstead(event, other, dyad, NOTE) };
    }
  }
}

function* additions(
  events: readonly DiplomaticEvent[],
  standing: readonly Situation[],
  able: readonly ChartEvent[],
  { end: { dyad, now }, marks: [mark] }: Branch,
): Generator<Edit> {
  const taken = new Set(events.map(({ id }) => id));
  const begun = mark?.state.now ?? Number.NEGATIVE_INFINITY;
  // A record with neither a beginning nor an event has no moment at which anything could have been done.
  if (!Number.isFinite(now)) return;
  for (const [k, before] of standing.entries()) {
    const [previous, next] = [events[k - 1], events[k]];
    const first = Number.isFinite(begun) ? formatWhen(begun) : (next?.at ?? formatWhen(now));
    const at = previous?.at ?? first;
    const beside = next !== undefined && when(next.at).start <= when(at).end;
    for (const seen of distinct(before, able, new Set([sharedTable.idOf(before)]))) {
      const event = invented({ id: freeName(`added-${seen.type}`, (id) => taken.has(id)), at, seen, dyad, note: NOTE });
      yield { kind: "add", event, ...(beside ? { before: next.id } : {}) };
    }
  }
}

/** One valid act for each situation that acts lead to and that is not reached yet. */
function distinct(before: Situation, able: readonly ChartEvent[], reached: Set<number>): readonly ChartEvent[] {
  const id = sharedTable.idOf(before);
  return able.filter((event) => {
    const symbol = symbolIndex(event);
    const next = sharedTable.next(id, symbol);
    if (sharedTable.verdict(id, symbol) === "void" || reached.has(next)) return false;
    reached.add(next);
    return true;
  });
}
