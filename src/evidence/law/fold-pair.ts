/** What the law makes of a pair of states in one confrontation: where it fades, what it finds void, how it ends. */
import type { FoldedEnd } from "../../calibrated/index.ts";
import { MINUTES_PER_DAY, type When, when } from "../../events/index.ts";
import { fold, QUIET, type Step } from "../../history/index.ts";
import type { MiePair } from "../mie/pairs.ts";
import { mieEvent } from "../mie/record.ts";
import { stateOf } from "../states/states.ts";
import { dateText } from "../tables/day.ts";
import type { MieRow } from "../tables/mie.ts";

/** One place where law and data may differ. */
export interface Spot {
  readonly confrontation: number;
  readonly states: readonly [string, string];
  readonly at: string;
}

export interface FoldedPair {
  readonly pair: MiePair;
  readonly level: number;
  readonly first: Spot;
  /** Fades before its last event began. */
  readonly inside: readonly Spot[];
  /** Of these, the fades before which no state of the confrontation had acted for as long. */
  readonly resting: number;
  /** Fades on a day on which an event lasts. */
  readonly during: readonly Spot[];
  /** Void events, as `act`. */
  readonly voids: readonly Spot[];
  /** It has a display, force or war, and yet the relation is normal after every event. */
  readonly unmoved: boolean;
  readonly end: FoldedEnd;
}

/**
 * Folds a pair.
 *
 * @param all every row of its confrontation
 */
export function foldPair(pair: MiePair, all: readonly MieRow[]): FoldedPair {
  const { rows, states } = pair;
  const codeOf = (state: number): string => `S${state}`;
  const events = rows.map((row) => mieEvent(row, { codeOf, parties: states }));
  const spans = events.map(({ at }) => when(at));
  const [a, b] = [codeOf(states[0]), codeOf(states[1])];
  const over =
    spans.reduce((latest, { end }) => Math.max(latest, end), Number.NEGATIVE_INFINITY) + QUIET + 2 * MINUTES_PER_DAY;
  const { steps, situation } = fold(events, { dyad: { a, b } }, over);
  const last = steps.findLastIndex(({ event }) => event.source !== "clock");
  const fades = steps.filter(isFade);
  const spotAt = (at: string): Spot => ({
    confrontation: pair.confrontation,
    states: [stateOf(states[0]).name, stateOf(states[1]).name],
    at,
  });
  const inside = steps.slice(0, last).filter(isFade);
  const spot = ({ event }: Step): Spot => spotAt(event.at.slice(0, 10));
  const level = rows.reduce((highest, row) => Math.max(highest, row.level), 0);
  const begins = steps.some(({ after }) => !after.course.startsWith("normal"));
  return {
    pair,
    level,
    first: spotAt(rows[0] === undefined ? "" : dateText(rows[0].start)),
    inside: inside.map(spot),
    resting: inside.filter(({ minute }) => !all.some((row) => actsWithin(row, minute))).length,
    during: fades.filter(({ minute }) => spans.some((span) => isWithin(minute, span))).map(spot),
    voids: steps.filter(({ verdict, event }) => verdict === "void" && event.source !== "clock").map(spot),
    unmoved: level >= 3 && !begins,
    end: !begins ? "never begins" : endOf(situation.course),
  };
}

function isFade({ event }: Step): boolean {
  return event.act === "crisis-faded";
}

/** Whether a row lasts into the quiet period before a minute. */
function actsWithin({ start, end }: MieRow, minute: number): boolean {
  return when(dateText(start)).start < minute && when(dateText(end)).start > minute - QUIET;
}

function isWithin(minute: number, { start, end, lasts }: When): boolean {
  return lasts === true && start < minute && minute <= end;
}

function endOf(course: string): FoldedEnd {
  if (course.startsWith("normal")) return "fades";
  if (course === "retaliation.war") return "stays at war";
  return course === "strained" ? "measures stand" : "stays open";
}
