/** A web: several relations folded over one list of events. */
import type { DiplomaticEvent } from "../events/index.ts";
import { type Beginning, fold } from "./fold.ts";
import type { History } from "./history.ts";
import type { Cut } from "./moment.ts";
import { minuteOf } from "./order.ts";

/**
 * Folds events for each of several relations, by one clock: an event is judged in every relation that it touches, between
 * its parties, and has the same minute in all. Where there is one relation it is folded as by {@link fold}.
 *
 * @param events in order of time, as for {@link fold}
 * @param relations where each relation begins
 * @param until the minute to which all clocks run
 * @returns the history of each relation, in their order
 * @throws Problem as {@link fold} does
 * @example
 * ```ts
 * import { event, foldWeb } from "demarche";
 * const broken = event({ id: "break", act: "break-relations", at: "2017-06-05", from: ["SAU", "EGY"], to: ["QAT"] });
 * const relations = [{ dyad: { a: "SAU", b: "QAT" } }, { dyad: { a: "SAU", b: "EGY" } }];
 * foldWeb([broken], relations).map(({ situation }) => situation.relations); // => ["severed", "established"]
 * ```
 */
export function foldWeb(
  events: readonly DiplomaticEvent[],
  relations: readonly Beginning[],
  until?: number,
): readonly History[] {
  const states = statesOf(relations);
  return relations.map((one) => fold(events, { ...one, states }, until));
}

/**
 * How many events have happened where one relation is cut: up to its last one so far, and whatever of other relations the
 * clock has run past since.
 *
 * @param events of all relations, in order
 */
export function toldAt(events: readonly DiplomaticEvent[], { steps }: History, { count, minute }: Cut): number {
  const own = new Set(steps.slice(0, count).map(({ event }) => event.id));
  const last = events.findLastIndex(({ id }) => own.has(id)) + 1;
  if (minute <= (steps[count - 1]?.minute ?? Number.NEGATIVE_INFINITY)) return last;
  let now = Number.NEGATIVE_INFINITY;
  const later = events.findIndex((event) => {
    now = minuteOf(event, now);
    return now > minute;
  });
  return Math.max(last, later < 0 ? events.length : later);
}

/** The states of several relations; undefined where there is one, which everything touches. */
export function statesOf(relations: readonly Pick<Beginning, "dyad">[]): readonly string[] | undefined {
  return relations.length < 2 ? undefined : [...new Set(relations.flatMap(({ dyad: { a, b } }) => [a, b]))];
}
