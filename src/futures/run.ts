/** Running many futures: every outcome tallied, and beside a second model paired, future by future, under the same luck. */
import type { Outcome } from "../scenario/index.ts";
import type { Model } from "./model.ts";
import { BOUND, createSimulator, type Future } from "./simulate.ts";
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

/** Looks at the futures of a model, one after another. */
export interface Observer {
  /** Runs a future. Its row is overwritten by the next. */
  readonly observe: (run: number) => { readonly row: Row; readonly future: Future };
}

/** An observer of outcomes in the futures of a model. */
export function createObserver(
  model: Model,
  outcomes: Readonly<Record<string, Outcome>>,
  { seed, bound = BOUND }: Pick<Runs, "seed" | "bound">,
): Observer {
  const watches = Object.values(outcomes).map((outcome) => watchOf(outcome, model.setup.history));
  const simulator = createSimulator(model, seed, watches, bound);
  const row = new Float64Array(watches.length);
  return {
    observe: (run) => {
      const future = simulator.run(run);
      for (let k = 0; k < watches.length; k++) row[k] = watches[k]?.value() ?? Number.NaN;
      return { row, future };
    },
  };
}

/**
 * Runs futures of a model and tallies every outcome. The memory it takes does not depend on how many they are.
 *
 * @param outcomes what is observed, by name
 */
export function runFutures(model: Model, outcomes: Readonly<Record<string, Outcome>>, runs: Runs): Report {
  const { from = 0, futures, seed } = runs;
  const { observe } = createObserver(model, outcomes, runs);
  const counters = countersFor(model, outcomes);
  let events = 0;
  let refused = 0;
  let bounded = 0;
  for (let run = from; run < from + futures; run++) {
    const { row, future } = observe(run);
    for (let k = 0; k < counters.length; k++) counters[k]?.add(row[k] ?? Number.NaN);
    events += future.events;
    refused += future.refused;
    bounded += future.bounded ? 1 : 0;
  }
  const names = Object.keys(outcomes);
  const tallies = Object.fromEntries(counters.map((counter, k) => [names[k] ?? "", counter.tally()]));
  return { seed, futures, outcomes: tallies, events, refused, bounded };
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
 * out.
 */
export function pairedDifferences(
  one: Model,
  other: Model,
  outcomes: Readonly<Record<string, Outcome>>,
  runs: Runs,
): Readonly<Record<string, Paired>> {
  const { from = 0, futures } = runs;
  const chosen = Object.entries(outcomes).filter(([, { kind }]) => kind !== "final");
  const wanted = Object.fromEntries(chosen);
  const [left, right] = [createObserver(one, wanted, runs), createObserver(other, wanted, runs)];
  const sums = chosen.map(() => ({ x: 0, xx: 0, y: 0, yy: 0, d: 0, dd: 0 }));
  for (let run = from; run < from + futures; run++) {
    const before = left.observe(run).row;
    const after = right.observe(run).row;
    for (const [k, sum] of sums.entries()) {
      const [x, y] = [restricted(before[k], one), restricted(after[k], other)];
      sum.x += x;
      sum.xx += x * x;
      sum.y += y;
      sum.yy += y * y;
      sum.d += y - x;
      sum.dd += (y - x) ** 2;
    }
  }
  return Object.fromEntries(
    chosen.map(([name], k) => {
      const { x = 0, xx = 0, y = 0, yy = 0, d = 0, dd = 0 } = sums[k] ?? {};
      const apart = varianceOf(futures, x, xx) + varianceOf(futures, y, yy);
      const saved = apart === 0 ? 0 : 1 - varianceOf(futures, d, dd) / apart;
      return [name, { difference: meanOf(futures, d, dd), saved }];
    }),
  );
}

function restricted(value: number | undefined, { setup: { history, horizon } }: Model): number {
  if (value !== undefined && !Number.isNaN(value)) return value;
  return horizon - (history.steps[0]?.minute ?? history.now);
}

function countersFor({ setup }: Model, outcomes: Readonly<Record<string, Outcome>>) {
  const origin = setup.history.steps[0]?.minute ?? setup.history.now;
  const bin = binFor(setup.horizon - origin);
  return Object.values(outcomes).map(({ kind }) => createCounter(kind === "first" || kind === "longest" ? bin : 1));
}
