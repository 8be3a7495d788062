/** Summaries: a sweep's rows counted one by one, in memory that grows with the points and not with the futures. */
import { MINUTES_PER_DAY } from "../../events/index.ts";
import { addAt, nth, numberAt } from "../../problem/index.ts";
import { isTime, type Outcome, outcomeKinds, statesOf } from "../../scenario/index.ts";
import { binFor, type Counter, createCounter, type Tally } from "../tally.ts";
import type { Plan } from "./plan.ts";
import type { SweepRow } from "./sweeper.ts";

/** A number that every future has. */
export interface Quantity {
  /** The outcome's name, and what of it: `envoys-back, reached`. */
  readonly name: string;
  readonly outcome: number;
  readonly unit: "share" | "days" | "number";
  readonly of: (value: number) => number;
}

/** What a quantity came to at each point: sums over the futures there. */
export interface PointSums {
  readonly quantity: Quantity;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
}

/** What a sweep came to. */
export interface SweepSummary {
  readonly rows: number;
  readonly events: number;
  readonly refused: number;
  readonly bounded: number;
  readonly failed: number;
  /** Why futures failed, the first three different reasons. */
  readonly reasons: readonly string[];
  /** Every outcome at the central values, and over all points of the design together. */
  readonly central: Readonly<Record<string, Tally>>;
  readonly sweep: Readonly<Record<string, Tally>>;
  /** How many futures each point has that did not fail. */
  readonly counted: Float64Array;
  readonly points: readonly PointSums[];
}

/** A summary that is being made. */
export interface Summing {
  readonly add: (row: SweepRow) => void;
  readonly summary: () => SweepSummary;
}

export type Counted = Pick<Plan, "outcomes" | "values"> & { readonly length: number };

/** An empty summary. Rows are to be added in their order: sums then come out the same to the last digit. */
export function createSummary({ outcomes, values, length }: Counted): Summing {
  const names = Object.keys(outcomes);
  const counters = (): readonly Counter[] =>
    Object.values(outcomes).map((outcome) => createCounter(isTime(outcome) ? binFor(length) : 1));
  const [central, sweep] = [counters(), counters()];
  const counted = new Float64Array(values.length);
  const points = quantitiesOf(outcomes, length).map((quantity) => ({
    quantity,
    sums: new Float64Array(values.length),
    squares: new Float64Array(values.length),
  }));
  const reasons = new Set<string>();
  const totals = { rows: 0, events: 0, refused: 0, bounded: 0, failed: 0 };
  const tallies = (some: readonly Counter[]): Record<string, Tally> =>
    Object.fromEntries(some.map((counter, k) => [nth(names, k), counter.tally()]));
  return {
    add: ({ point, values: row, events, refused, status, reason }) => {
      totals.rows += 1;
      totals.events += events;
      totals.refused += refused;
      if (status === "bounded") totals.bounded += 1;
      if (status === "failed") {
        totals.failed += 1;
        if (reasons.size < 3) reasons.add(reason);
        return;
      }
      addAt(counted, point, 1);
      const own = point === 0 ? central : sweep;
      for (const [k, counter] of own.entries()) counter.add(nth(row, k));
      for (const { quantity, sums, squares } of points) {
        const value = quantity.of(nth(row, quantity.outcome));
        addAt(sums, point, value);
        addAt(squares, point, value * value);
      }
    },
    summary: () => ({
      ...totals,
      reasons: [...reasons],
      central: tallies(central),
      sweep: tallies(sweep),
      counted,
      points,
    }),
  };
}

/** The lowest and highest mean of a quantity among the points of the design; undefined when no point was counted. */
export function spreadOf(
  { sums }: Pick<PointSums, "sums">,
  { counted }: Pick<SweepSummary, "counted">,
): readonly [lowest: number, highest: number] | undefined {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let point = 1; point < sums.length; point++) {
    const count = numberAt(counted, point);
    if (count === 0) continue;
    const mean = numberAt(sums, point) / count;
    low = Math.min(low, mean);
    high = Math.max(high, mean);
  }
  return low > high ? undefined : [low, high];
}

/**
 * The quantities of outcomes. A time that may not be reached gives two: whether it is, and the time, where one that was
 * not reached counts as the whole time that is simulated. A final state gives one for each state.
 *
 * @param length minutes that are simulated
 */
export function quantitiesOf(outcomes: Readonly<Record<string, Outcome>>, length: number): readonly Quantity[] {
  return Object.entries(outcomes).flatMap(([outcomeName, outcome], place): readonly Quantity[] => {
    const quantity = (what: string, unit: Quantity["unit"], of: Quantity["of"]): Quantity => {
      return { name: `${outcomeName}${what}`, outcome: place, unit, of };
    };
    const days = (value: number): number => (Number.isNaN(value) ? length : value) / MINUTES_PER_DAY;
    const states = statesOf(outcome);
    if (outcomeKinds[outcome.kind].mayMiss) {
      const reached = quantity(", reached", "share", (value) => (Number.isNaN(value) ? 0 : 1));
      return [reached, quantity("", "days", days)];
    }
    if (states.length > 0) {
      return states.map((state, k) => quantity(`, ${state}`, "share", (value) => (value === k ? 1 : 0)));
    }
    if (isTime(outcome)) return [quantity("", "days", days)];
    return [quantity("", outcomeKinds[outcome.kind].unit === "yes-or-no" ? "share" : "number", (value) => value)];
  });
}
