/**
 * Simulations held to exact answers over random doctrines.
 *
 * The level: each run of the property compares at most 180 numbers, there are RUNS runs, and each comparison alone
 * goes wrong by chance with a probability of at most 1e-6 / (RUNS × 180): Chernoff's bound for shares, Bernstein's for means.
 * So the whole file gives a false alarm less than once in a million. Its seed is that of the properties, which a failure
 * prints. Simulations know whole minutes only: what that may change is allowed for, see `rounding`.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type ActId, MINUTES_PER_DAY } from "../../src/events/index.ts";
import {
  compile,
  type Exact,
  exactOutcomes,
  type Model,
  type Report,
  runFutures,
  type Tally,
} from "../../src/futures/index.ts";
import { advance } from "../../src/history/index.ts";
import { regionNames, regions } from "../../src/machine/index.ts";
import type { Outcome } from "../../src/scenario/index.ts";
import { setupArbitrary } from "../../src/testing/index.ts";
import { ofAll } from "../support/enduring.ts";
import { compatible, meanBound } from "../support/levels.ts";
import { exponential, rule, small } from "../support/small-models.ts";

const RUNS = ofAll(20, 5);
const FUTURES = 4000;
/** Models with more states are not compared: they take too long. */
const STATES = 500;
const MAX_COMPARED = 180;
const LEVEL = 1e-6 / (RUNS * MAX_COMPARED);

/** Acts that leave nothing standing, promised or severed, which no exact answer goes beyond. */
const ACTS: readonly ActId[] = [
  "strike",
  "threaten-force",
  "show-force",
  "recall-ambassador",
  "return-ambassador",
  "lodge-protest",
  "express-deescalation",
  "offer-talks",
  "negotiate",
  "sign-agreement",
  "mediate",
  "non-state-attack",
];

const patterns = [
  { course: "retaliation" },
  { course: "reconciliation" },
  { course: "normal" },
  { posture: "force" },
  { ledger: "both" },
  { missionA: "recalled" },
  { relations: "severed" },
  { channels: "suspended" },
] as const;

const outcomes: Readonly<Record<string, Outcome>> = {
  ...Object.fromEntries(
    patterns.flatMap((pattern, k) => [
      [`first ${k}`, { kind: "first", pattern }] as const,
      [`reached ${k}`, { kind: "reached", pattern }] as const,
    ]),
  ),
  ...Object.fromEntries(ACTS.slice(0, 9).map((what): [string, Outcome] => [`count ${what}`, { kind: "count", what }])),
  ...Object.fromEntries(regionNames.map((region): [string, Outcome] => [`final ${region}`, { kind: "final", region }])),
  peak: { kind: "peak", of: "hostility" },
};

/** One outcome that shows quickly whether anything is left to chance. */
const telling: Readonly<Record<string, Outcome>> = { course: { kind: "final", region: "course" } };

const setups = setupArbitrary({
  delays: "exponential",
  acts: ACTS,
  maxRules: 3,
  maxUses: 2,
  minEvents: 2,
  maxEvents: 3,
  quiet: [30, 90],
  ahead: [20, 30, 60],
});

/** In most random models nothing is left to chance, or the states are too many: the first of several in which something is. */
const several = fc.array(setups, { minLength: 16, maxLength: 16 });

test("what is counted over random doctrines is what is computed", () => {
  fc.assert(
    fc.property(several, fc.nat(1_000_000), (drawn, seed) => {
      const model = drawn
        .values()
        .map(compile)
        .find((one) => Object.values(exactOutcomes(one, telling, STATES)).some(isOpen));
      fc.pre(model !== undefined);
      const exact = exactOutcomes(model, outcomes, STATES);
      const report = runFutures(model, outcomes, { seed, futures: FUTURES });
      const slack = rounding(model, report);
      let compared = 0;
      for (const [name, answer] of Object.entries(exact)) {
        const [tally, outcome] = [report.outcomes[name], outcomes[name]];
        if (tally === undefined || outcome === undefined) throw new RangeError(name);
        const sharesOf = shares(answer, outcome, tally);
        for (const [truth, hits] of sharesOf) {
          const near = [Math.max(0, truth - slack), Math.min(1, truth + slack)] as const;
          if (!compatible(hits, FUTURES, near, LEVEL))
            expect({ name, share: hits / FUTURES }).toEqual({ name, share: truth });
        }
        const means = meanOf(answer, outcome, tally, model);
        if (means !== undefined) {
          const { truth, value, variance, range } = means;
          const bound = meanBound(FUTURES, variance, range, LEVEL) + slack * range + 1;
          if (Math.abs(truth - value) > bound) expect({ name, value }).toEqual({ name, value: truth });
        }
        compared += sharesOf.length + (means === undefined ? 0 : 1);
      }
      expect(compared).toBeLessThanOrEqual(MAX_COMPARED);
    }),
    { numRuns: RUNS },
  );
});

test("a rule that comes round and waits for what another one brings about is as likely as it is computed to be", () => {
  // Found by a hunt (seed 990115): futures had the strike in 2 % where it is as good as certain.
  const own = { answer: [], chance: 0.5, atMost: 1 } as const;
  const waiting = {
    ...own,
    every: MINUTES_PER_DAY,
    after: exponential(3),
    if: { course: "reconciliation.overture" },
  } as const;
  const offering = { ...own, every: 2 * MINUTES_PER_DAY, after: exponential(4) } as const;
  const rules = [rule("strike", "strike", waiting), rule("strike", "offer-talks", offering)];
  const model = small({ AAA: rules }, { days: 20, quiet: 30 });
  const struck = { course: { kind: "final", region: "course" } } as const;
  const { course } = exactOutcomes(model, struck);
  const share = course?.answer === "shares" ? (course.shares["strike"] ?? 0) : Number.NaN;
  expect(share).toBeGreaterThan(0.9);
  const hits = runFutures(model, struck, { seed: 1, futures: FUTURES }).outcomes["course"]?.counts;
  const counted = hits?.get(regions.course.indexOf("strike")) ?? 0;
  expect(compatible(counted, FUTURES, [share - 0.001, share + 0.001], 1e-6)).toBe(true);
});

test("an answer that has not come for a while is as likely as it is computed to be", () => {
  const model = small({ BBB: [rule("strike", "strike", { chance: 0.5, after: exponential(10) })] });
  const history = advance(model.setup.history, model.setup.history.now + 20 * MINUTES_PER_DAY);
  const aged = compile({ ...model.setup, history });
  const outcome = { back: { kind: "reached", pattern: { course: "retaliation" } } } as const;
  const { back } = exactOutcomes(aged, outcome);
  const hits = runFutures(aged, outcome, { seed: 1, futures: 20_000 }).outcomes["back"]?.sum ?? 0;
  const truth = back?.answer === "passage" ? back.probability : Number.NaN;
  expect(truth).toBeCloseTo(0.119, 3);
  expect(compatible(hits, 20_000, [truth - 0.0005, truth + 0.0005], 1e-6)).toBe(true);
});

/** Whether something is neither certain nor impossible: only such models are worth counting. */
function isOpen(answer: Exact): boolean {
  if (answer.answer === "passage") return answer.probability > 0.02 && answer.probability < 0.98;
  return answer.answer === "shares" && Object.values(answer.shares).some((share) => share > 0.02 && share < 0.98);
}

/** Pairs of an exact share and how many futures had it. */
function shares(
  answer: Exact,
  outcome: Outcome,
  { counts, reached, sum }: Tally,
): readonly (readonly [number, number])[] {
  if (answer.answer === "passage") return [[answer.probability, outcome.kind === "first" ? reached : sum]];
  if (answer.answer !== "shares") return [];
  const names = outcome.kind === "final" ? regions[outcome.region] : ["", "1", "2", "3", "4", "5"];
  return names.map((name, place) => [answer.shares[name] ?? 0, counts.get(place) ?? 0]);
}

interface Means {
  readonly truth: number;
  readonly value: number;
  readonly variance: number;
  /** No value lies further from another. */
  readonly range: number;
}

/** A count's mean, or that of a time, in which what is not reached counts as the whole time. */
function meanOf(answer: Exact, outcome: Outcome, tally: Tally, { setup, sources }: Model): Means | undefined {
  const { futures, reached, sum, squares } = tally;
  if (answer.answer === "mean") {
    // Every rule acts at most twice, and the schedule has four events; the history's own are the same in all futures.
    const range = sources.length * 2 + 4;
    return { truth: answer.mean, value: sum / futures, variance: variance(futures, sum, squares), range };
  }
  if (answer.answer !== "passage" || outcome.kind !== "first") return undefined;
  const { history, horizon } = setup;
  const whole = horizon - (history.steps[0]?.minute ?? history.now);
  const missing = futures - reached;
  const mean = answer.probability > 0 ? answer.mean : 0;
  return {
    truth: answer.probability * mean + (1 - answer.probability) * whole,
    value: (sum + missing * whole) / futures,
    variance: variance(futures, sum + missing * whole, squares + missing * whole * whole),
    range: horizon - history.now,
  };
}

function variance(count: number, sum: number, squares: number): number {
  return Math.max(0, (squares - (sum * sum) / count) / (count - 1));
}

/**
 * What share of futures whole minutes may change: those in which two moments fall into one minute. Each of m intentions
 * meets each other one, and each moment known beforehand, with a chance of at most a minute over its mean delay.
 */
function rounding({ setup, sources }: Model, { events, refused, futures }: Report): number {
  const most = (2 * (events + refused)) / futures + 2;
  const means = sources.flatMap(({ rule }) => (rule?.after.kind === "exponential" ? [rule.after.mean] : []));
  return (most * (most + setup.scheduled.length + 2)) / Math.min(...means, 1e9);
}
