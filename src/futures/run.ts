/** Running many futures: every outcome tallied, and two models compared future by future under the same luck. */
import { BOUND } from "../doctrine/index.ts";
import { nth, numberAt, present, wholeArgument } from "../problem/index.ts";
import { isTime, outcomeKinds } from "../scenario/index.ts";
import { lengthOf, type Model } from "./model.ts";
import { createSimulator, type Future } from "./simulate.ts";
import { type Estimate, meanOf, varianceOf } from "./statistics.ts";
import { addTallies, binFor, createCounter, type Tally } from "./tally.ts";
import { type Observed, watchOf } from "./watch.ts";

/** Which futures are run. */
export interface Runs {
  readonly seed: number;
  /** The number of the first future; 0 by default. */
  readonly from?: number;
  readonly futures: number;
  readonly bound?: number;
}

/**
 * Checks the numbers of some runs.
 *
 * @throws Problem `bad-option` for a number out of range
 */
export function requireRuns({ seed, from = 0, futures, bound = BOUND }: Runs): void {
  wholeArgument("futures", futures);
  wholeArgument("from", from);
  requireLuck({ seed, bound });
}

function requireLuck({ seed, bound = BOUND }: Pick<Runs, "seed" | "bound">): void {
  wholeArgument("seed", seed, Number.MIN_SAFE_INTEGER);
  wholeArgument("bound", bound);
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
  outcomes: Readonly<Record<string, Observed>>,
  { seed, bound = BOUND }: Pick<Runs, "seed" | "bound">,
): Observer {
  requireLuck({ seed, bound });
  const others = model.others.map(({ setup }) => setup.history);
  const watches = Object.values(outcomes).map((outcome) => watchOf(outcome, model.setup.history, others));
  const simulator = createSimulator(model, seed, watches, bound);
  const row = new Float64Array(watches.length);
  return {
    observe: (run) => {
      const future = simulator.run(run);
      let k = 0;
      for (const watch of watches) row[k++] = watch.value();
      return { row, future };
    },
  };
}

/**
 * Runs futures of a model and tallies every outcome. The memory it takes does not depend on how many they are.
 *
 * @param outcomes what is observed, by name
 * @throws Problem `bad-option` for a number that is none of them
 */
export function runFutures(model: Model, outcomes: Readonly<Record<string, Observed>>, runs: Runs): Report {
  requireRuns(runs);
  const { from = 0, futures } = runs;
  const { observe } = createObserver(model, outcomes, runs);
  const reporter = reporterOf(model, outcomes);
  for (let run = from; run < from + futures; run++) reporter.take(observe(run));
  return reporter.report(runs);
}

function reporterOf(model: Model, outcomes: Readonly<Record<string, Observed>>) {
  const counters = countersFor(model, outcomes);
  let events = 0;
  let refused = 0;
  let bounded = 0;
  return {
    take: ({ row, future }: ReturnType<Observer["observe"]>): void => {
      let k = 0;
      for (const counter of counters) counter.add(numberAt(row, k++));
      events += future.events;
      refused += future.refused;
      bounded += future.bounded ? 1 : 0;
    },
    report: ({ seed, futures }: Runs): Report => {
      const names = Object.keys(outcomes);
      const tallies = Object.fromEntries(counters.map((counter, k) => [nth(names, k), counter.tally()]));
      return { seed, futures, outcomes: tallies, events, refused, bounded };
    },
  };
}

/** Reports of different futures of one model put together. */
export function addReports(reports: readonly Report[]): Report {
  const total = (key: "futures" | "events" | "refused" | "bounded"): number =>
    reports.reduce((sum, report) => sum + report[key], 0);
  const names = Object.keys(nth(reports, 0).outcomes);
  const outcomes = names.map((name) => [
    name,
    addTallies(reports.map((report) => present(report.outcomes[name], `tally of ${name}`))),
  ]);
  return {
    seed: nth(reports, 0).seed,
    futures: total("futures"),
    outcomes: Object.fromEntries(outcomes),
    events: total("events"),
    refused: total("refused"),
    bounded: total("bounded"),
  };
}

/** How an outcome differs between two models under the same luck. */
export interface Paired {
  /** The mean difference, the second model less the first, with its interval. */
  readonly difference: Estimate;
  /** What share of the variance of an unpaired comparison the pairing saved; below 0 when it cost some. */
  readonly saved: number;
}

/** Sums over pairs of values: of the first, of the second, of their difference, and of the squares of each. */
export interface PairSums {
  readonly x: number;
  readonly xx: number;
  readonly y: number;
  readonly yy: number;
  readonly d: number;
  readonly dd: number;
}

/** Two models run future by future under the same luck. Pairs of different futures add up. */
export interface Pairs {
  readonly one: Report;
  readonly other: Report;
  /** By outcome; those that are numbers. */
  readonly sums: Readonly<Record<string, PairSums>>;
}

/**
 * Runs two models future by future under common random numbers. For the sums a time that was not reached counts as the
 * whole time that was simulated, so that its difference is that of restricted means. Final states and contracts are no
 * numbers and have no sums.
 */
export function pairFutures(one: Model, other: Model, outcomes: Readonly<Record<string, Observed>>, runs: Runs): Pairs {
  requireRuns(runs);
  const { from = 0, futures } = runs;
  const names = Object.keys(outcomes);
  const [left, right] = [createObserver(one, outcomes, runs), createObserver(other, outcomes, runs)];
  const [before, after] = [reporterOf(one, outcomes), reporterOf(other, outcomes)];
  const sums = names.map(() => ({ x: 0, xx: 0, y: 0, yy: 0, d: 0, dd: 0 }));
  for (let run = from; run < from + futures; run++) {
    const [here, there] = [left.observe(run), right.observe(run)];
    before.take(here);
    after.take(there);
    for (const [k, sum] of sums.entries()) {
      const [x, y] = [restrictTime(numberAt(here.row, k), one), restrictTime(numberAt(there.row, k), other)];
      sum.x += x;
      sum.xx += x * x;
      sum.y += y;
      sum.yy += y * y;
      sum.d += y - x;
      sum.dd += (y - x) ** 2;
    }
  }
  const numericSums = Object.entries(outcomes).flatMap(([name, { kind }], k) => {
    const isNumber = kind !== "contract" && outcomeKinds[kind].unit !== "state";
    return isNumber ? [[name, nth(sums, k)] as const] : [];
  });
  return { one: before.report(runs), other: after.report(runs), sums: Object.fromEntries(numericSums) };
}

/** Pairs of different futures put together, in their order. */
export function addPairs(all: readonly Pairs[]): Pairs {
  const names = Object.keys(nth(all, 0).sums);
  const total = (name: string, key: keyof PairSums): number =>
    all.reduce((sum, pairs) => sum + present(pairs.sums[name], `sum of ${name}`)[key], 0);
  const sums = names.map((name): [string, PairSums] => {
    const of = (key: keyof PairSums): number => total(name, key);
    return [name, { x: of("x"), xx: of("xx"), y: of("y"), yy: of("yy"), d: of("d"), dd: of("dd") }];
  });
  const [one, other] = [addReports(all.map((pairs) => pairs.one)), addReports(all.map((pairs) => pairs.other))];
  return { one, other, sums: Object.fromEntries(sums) };
}

/** How the other differs from the one, by outcome. */
export function differencesOf({ one: { futures }, sums }: Pairs): Readonly<Record<string, Paired>> {
  const differences = Object.entries(sums).map(([name, { x, xx, y, yy, d, dd }]): [string, Paired] => {
    const apart = varianceOf(futures, x, xx) + varianceOf(futures, y, yy);
    const saved = apart === 0 ? 0 : 1 - varianceOf(futures, d, dd) / apart;
    return [name, { difference: meanOf(futures, d, dd), saved }];
  });
  return Object.fromEntries(differences);
}

function restrictTime(value: number, { setup }: Model): number {
  return Number.isNaN(value) ? lengthOf(setup) : value;
}

function countersFor({ setup }: Model, outcomes: Readonly<Record<string, Observed>>) {
  const bin = binFor(lengthOf(setup));
  return Object.values(outcomes).map((outcome) =>
    createCounter(outcome.kind !== "contract" && isTime(outcome) ? bin : 1),
  );
}
