/** Outcomes that hold at their own start, so that every future comes there at once. */
import { fold } from "../../history/index.ts";
import { type Dyad, matches, type Pattern, type Situation } from "../../machine/index.ts";
import type { Problems } from "../diagnostic.ts";
import { toOpening, toOutcome } from "../sides.ts";
import type { Parts } from "./parts.ts";
import { warning } from "./problem.ts";

export function checkOutcomesAtStart(parts: Parts): Problems {
  const [a, b, ...more] = Object.keys(parts.parties ?? {});
  if (a === undefined || b === undefined || more.length > 0) return [];
  const dyad = { a, b };
  const opening = toOpening(parts.opening ?? {}, dyad);
  if (opening === undefined) return [];
  return Object.entries(parts.outcomes ?? {}).flatMap(([name, written]): Problems => {
    const outcome = toOutcome(written, dyad);
    if (outcome.kind !== "first" && outcome.kind !== "reached") return [];
    const { kind, since, pattern } = outcome;
    const start = since === undefined ? opening : situationAt(since, parts, opening, dyad);
    if (start === undefined || !isSo(pattern, start)) return [];
    const when = since === undefined ? "at the start" : `right after ${since}, from which it counts`;
    const message = `${name} waits for what is so ${when}, so every future comes there at once.`;
    const expected = "a later event in since, or a situation that has to be reached";
    return [warning("holds-at-start", ["outcomes", name, kind], message, expected)];
  });
}

/** A pattern that names nothing is reported elsewhere. */
function isSo(pattern: Pattern, situation: Situation): boolean {
  return Object.keys(pattern).length > 0 && matches(situation, pattern);
}

/** The situation right after an event of the record; undefined where that is unknown. */
function situationAt(id: string, { events, ids }: Parts, opening: Situation, dyad: Dyad): Situation | undefined {
  const place = events.findIndex(({ event }) => event.id === id);
  if (place < 0 || events.length !== ids.length) return undefined;
  return fold(
    events.slice(0, place + 1).map(({ event }) => event),
    { dyad, opening },
  ).situation;
}
