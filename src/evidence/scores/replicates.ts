/**
 * Posterior predictive checks: the pairs of a table begun anew by their own first events and carried on by the model, many
 * times, and measured as the table itself is. What is measured should lie where 95 of 100 replicates do.
 */
import {
  daysAt,
  drawnChances,
  END,
  gapChances,
  type Happening,
  labelBetween,
  labels,
  type NextModel,
  pairCourseOf,
  placeOfShare,
} from "../../calibrated/index.ts";
import { nth, present } from "../../problem/index.ts";
import { chanceFrom } from "../fit/chance.ts";
import { isPredicted, pairsIn, type TurnRow } from "./turns.ts";

/** A measure: what the table has, and where replicates have it. */
export interface CheckedMeasure {
  readonly name: string;
  readonly observed: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

type Course = readonly Happening[];

/** A pair that does not end by itself is cut off here; the longest of the data has fewer events. */
const MAX_EVENTS = 1000;

/** The pairs that are begun anew: those whose first event is known to the day, from 1946 on. */
function beginnings(rows: readonly TurnRow[]): readonly Course[] {
  return pairsIn(rows).filter(([first]) => first !== undefined && isPredicted(first));
}

export function checkReplicates(
  model: NextModel,
  rows: readonly TurnRow[],
  replicates: number,
): readonly CheckedMeasure[] {
  const pairs = beginnings(rows);
  const observed = measuresOf(pairs);
  const draw = drawer(model);
  const drawn = Array.from({ length: replicates }, (_, k) => {
    const chance = chanceFrom(k + 1);
    return measuresOf(pairs.flatMap(([first]) => (first === undefined ? [] : [draw(first, chance)])));
  });
  return Object.entries(observed).map(([name, value]) => {
    const sorted = drawn.map((one) => present(one[name], name)).toSorted((one, other) => one - other);
    const at = (share: number): number => nth(sorted, Math.round(share * (sorted.length - 1)));
    return { name, observed: value, low: at(0.025), median: at(0.5), high: at(0.975) };
  });
}

function drawer(model: NextModel): (first: Happening, chance: () => number) => Course {
  const [next, gap] = [drawnChances(model), gapChances(model.gaps)];
  const actions = [0, 1, 7, 16, 1, 7, 16, 17, 22];
  return (first, chance) => {
    const course = pairCourseOf();
    const events: Happening[] = [first];
    let last = first;
    course.add(first);
    while (events.length < MAX_EVENTS) {
      const label = placeOfShare(next(course), chance());
      if (label === END) break;
      const days = daysAt(placeOfShare(gap(course.row, label), chance()), chance());
      const { turn, level } = nth(labels, label);
      const side = last.by === 2 ? (chance() < 0.5 ? 0 : 1) : turn === "same" ? last.by : 1 - last.by;
      const day = present(last.day, "day of an event") + days;
      const year = new Date(day * 86_400_000).getUTCFullYear();
      last = { by: turn === "both" ? 2 : (side as 0 | 1), action: nth(actions, label), level, day, year };
      course.add(last);
      events.push(last);
    }
    return events;
  };
}

/** What is measured of pairs, by name: shares from 0 to 1, numbers of events, days. */
function measuresOf(pairs: readonly Course[]): Readonly<Record<string, number>> {
  const steps = pairs.flatMap((events) => events.slice(1).map((next, k) => ({ before: events[k] as Happening, next })));
  const events = pairs.flat();
  const replies = steps.filter(({ before, next }) => before.by !== 2 && labelBetween(before, next) >= 4);
  const onForce = replies.filter(({ before }) => before.level === 4);
  const level = (wanted: number): number => share(events, (event) => event.level === wanted);
  const durations = pairs.map((all) => (all.findLast(({ day }) => day !== undefined)?.day ?? 0) - (all[0]?.day ?? 0));
  const gaps = steps.filter(isDated).map(gapOf);
  return {
    "pairs of a single event": share(pairs, ({ length }) => length === 1),
    "pairs in which both sides act": share(pairs, (all) => [0, 1].every((side) => all.some(({ by }) => by === side))),
    "mean number of events": events.length / pairs.length,
    "pairs of ten events or more": share(pairs, ({ length }) => length >= 10),
    "events that are threats": level(2),
    "events that are displays": level(3),
    "events that are force": level(4),
    "events that are war": level(5),
    "replies to force that are force or war": share(onForce, ({ next }) => next.level >= 4),
    "the same side goes on": share(
      steps.filter(({ before }) => before.by !== 2),
      ({ before, next }) => next.by === before.by,
    ),
    "days until a reply, median": quantile(replies.filter(isDated).map(gapOf), 0.5),
    "next event on the same day": share(gaps, (gap) => gap === 0),
    "days a pair lasts, median": quantile(durations, 0.5),
    "days a pair lasts, 90th percentile": quantile(durations, 0.9),
  };
}

interface Pace {
  readonly before: Happening;
  readonly next: Happening;
}

function isDated({ before, next }: Pace): boolean {
  return before.day !== undefined && next.day !== undefined;
}

function gapOf({ before, next }: Pace): number {
  return Math.max(0, present(next.day, "day of an event") - present(before.day, "day of an event"));
}

function share<T>(things: readonly T[], is: (one: T) => boolean): number {
  return things.length === 0 ? 0 : things.filter(is).length / things.length;
}

function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(at * sorted.length)] ?? 0;
}
