/** A web: several relations folded over one list of events. */
import type { DiplomaticEvent } from "../events/index.ts";
import { type Beginning, fold } from "./fold.ts";
import type { History } from "./history.ts";

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

/** The states of several relations; undefined where there is one, which everything touches. */
export function statesOf(relations: readonly Pick<Beginning, "dyad">[]): readonly string[] | undefined {
  return relations.length < 2 ? undefined : [...new Set(relations.flatMap(({ dyad: { a, b } }) => [a, b]))];
}
