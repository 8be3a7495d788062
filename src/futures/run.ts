/** Running many futures: every outcome tallied, and beside a second model paired, future by future, under the same luck. */
import type { Outcome } from "../scenario/index.ts";
import type { Model } from "./model.ts";
import { BOUND, createSimulator } from "./simulate.ts";
import { type Estimate, meanOf, varianceOf } from "./statistics.ts";
import { addTallies, binFor, createCounter, type Tally } from "./tally.ts";
import { watchOf } from "./watch.ts";

/** Which futures are run. */
export interface Runs {
  readonly seed: number;
  /** The number of the first future; 0 by default. */
  readonly from?: number;
  readonly futures: number;
  readonly bound?: number;
}

/** What many futures came to. Reports of different futures add up. */
export interface Report {
  readonly seed: number;
  readonly futures: number;
  readonly outcomes: Readonly<Record<string, Tally>>;
  readonly events: number;
  readonly refused: number;
  /** How many futures the bound on events ended. */
  readonly bounded: number;
}

/** The values of all outcomes in one future, in the order of the outcomes; see {@link Watch} for their units. */
export type Row = Float64Array;

/** Runs futures and gives the row of each to a function; the row is overwritten by the next. */
export function eachFuture(
  model: Model,
  outcomes: Readonly<Record<string, Outcome>>,
  { seed, from = 0, futures, bound = BOUND }: Runs,
  take: (row: Row, run: number, events: number, refused: number, bounded: boolean) => void,
): void {
  const watches = Object.values(outcomes).map((outcome) => watchOf(outcome, model.setup.history));
  const simulator = createSimulator(model, seed, watches, bound);
  const row = new Float64Array(watches.length);
  for (let number = from; number < from + futures; number++) {
    const future = simulator.run(number);
    for (let k = 0; k < watches.length; k++) row[k] = watches[k]?.value() ?? Number.NaN;
    take(row, number, future.events, future.refused, future.bounded);
  }
}

/**
 * Runs futures of a model and tallies every outcome. The memory it takes does not depend on how many they are.
 *
 * @param outcomes what is observed, by name
 */
export function runFutures(model: Model, outcomes: Readonly<Record<string, Outcome>>, runs: Runs): Report {
  const counters = countersFor(model, outcomes);
  let events = 0;
  let refused = 0;
  let bounded = 0;
  eachFuture(model, outcomes, runs, (row, _run, happened, no, cut) => {
    for (let k = 0; k < counters.length; k++) counters[k]?.add(row[k] ?? Number.NaN);
    events += happened;
    refused += no;
    bounded += cut ? 1 : 0;
  });
  const names = Object.keys(outcomes);
  const tallies = Object.fromEntries(counters.map((counter, k) => [names[k] ?? "", counter.tally()]));
  return { seed: runs.seed, futures: runs.futures, outcomes: tallies, events, refused, bounded };
}

/** Reports of different futures of one model put together. */
export function addReports(reports: readonly Report[]): Report {
  const total = (key: "futures" | "events" | "refused" | "bounded"): number =>
    reports.reduce((sum, one) => sum + one[key], 0);
  const names = Object.keys(reports[0]?.outcomes ?? {});
  const outcomes = names.map((name) => [
    name,
    addTallies(reports.flatMap((one) => (one.outcomes[name] === undefined ? [] : [one.outcomes[name]]))),
  ]);
  return {
    seed: reports[0]?.seed ?? 0,
    futures: total("futures"),
    outcomes: Object.fromEntries(outcomes),
    events: total("events"),
    refused: total("refused"),
    bounded: total("bounded"),
  };
}

/** How an outcome differs between two models under the same luck. */
export interface Paired {
  /** The mean difference, the other less the one, with its interval. */
  readonly difference: Estimate;
  /** What share of the variance of an unpaired comparison the pairing saved; below 0 when it cost some. */
  readonly saved: number;
}

/**
 * Compares two models future by future under common random numbers. A time that was not reached counts as the whole
 * time that was simulated, so that its difference is that of restricted means. Final states are no numbers and are left
 * out. The values of the one are kept, eight bytes for each outcome of each future.
 */
export function pairedDifferences(
  one: Model,
  other: Model,
  outcomes: Readonly<Record<string, Outcome>>,
  runs: Runs,
): Readonly<Record<string, Paired>> {
  const chosen = Object.entries(outcomes).filter(([, { kind }]) => kind !== "final");
  const wanted = Object.fromEntries(chosen);
  const width = chosen.length;
  const first = new Float64Array(width * runs.futures);
  const start = runs.from ?? 0;
  eachFuture(one, wanted, runs, (row, run) => first.set(restricted(row, one), (run - start) * width));
  const sums = chosen.map(() => ({ x: 0, xx: 0, y: 0, yy: 0, d: 0, dd: 0 }));
  eachFuture(other, wanted, runs, (row, run) => {
    const values = restricted(row, other);
    for (let k = 0; k < width; k++) {
      const [x, y, sum] = [first[(run - start) * width + k] ?? 0, values[k] ?? 0, sums[k]];
      if (sum === undefined) continue;
      sum.x += x;
      sum.xx += x * x;
      sum.y += y;
      sum.yy += y * y;
      sum.d += y - x;
      sum.dd += (y - x) ** 2;
    }
  });
  const count = runs.futures;
  return Object.fromEntries(
    chosen.map(([name], k) => {
      const { x = 0, xx = 0, y = 0, yy = 0, d = 0, dd = 0 } = sums[k] ?? {};
      const apart = varianceOf(count, x, xx) + varianceOf(count, y, yy);
      const saved = apart === 0 ? 0 : 1 - varianceOf(count, d, dd) / apart;
      return [name, { difference: meanOf(count, d, dd), saved }];
    }),
  );
}

function restricted(row: Row, { setup: { history, horizon } }: Model): Row {
  const origin = history.steps[0]?.minute ?? history.now;
  return row.map((value) => (Number.isNaN(value) ? horizon - origin : value));
}

function countersFor({ setup }: Model, outcomes: Readonly<Record<string, Outcome>>) {
  const origin = setup.history.steps[0]?.minute ?? setup.history.now;
  const bin = binFor(setup.horizon - origin);
  return Object.values(outcomes).map(({ kind }) => createCounter(kind === "first" || kind === "longest" ? bin : 1));
}
