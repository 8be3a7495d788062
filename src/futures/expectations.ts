/** Deciding what is expected of an outcome by its interval, never by the estimate alone. */
import { within } from "../machine/index.ts";
import { nth } from "../problem/index.ts";
import { type Outcome, type OutcomeExpectation, outcomeKinds, statesOf } from "../scenario/index.ts";
import type { Report } from "./run.ts";
import { type Estimate, shareOf } from "./statistics.ts";
import { meanValue, quantileOf, reachedShare, type Tally } from "./tally.ts";

/** An expectation of an outcome, decided as far as the futures that were run allow. */
export interface Decided {
  readonly expectation: OutcomeExpectation;
  /**
   * Held: the whole interval of 95 % lies within the bounds. Failed: it lies wholly beyond one of them. Undecided: it
   * straddles one.
   */
  readonly standing: "held" | "failed" | "undecided";
  /** A share from 0 to 1, minutes for a time, else the number. */
  readonly estimate: Estimate;
  /** Where it is undecided: how many futures in all would probably settle it; Infinity where no reasonable number would. */
  readonly enough?: number;
}

/** Decides an expectation of an outcome over futures. None where the report does not have the outcome. */
export function decided(
  expectation: OutcomeExpectation,
  outcome: Outcome | undefined,
  { outcomes }: Pick<Report, "outcomes">,
): readonly Decided[] {
  const tally = outcomes[expectation.outcome];
  if (tally === undefined || outcome === undefined) return [];
  const estimate = estimateOf(expectation, outcome, tally);
  const standing = standingOf(expectation, estimate);
  if (standing !== "undecided") return [{ expectation, standing, estimate }];
  return [{ expectation, standing, estimate, enough: futuresToSettle(expectation, estimate, tally) }];
}

function estimateOf({ measure, in: states = [] }: OutcomeExpectation, outcome: Outcome, tally: Tally): Estimate {
  if (measure === "mean") return meanValue(tally);
  if (measure === "median") return quantileOf(tally, 0.5);
  if (outcomeKinds[outcome.kind].mayMiss) return reachedShare(tally);
  const regionStates = statesOf(outcome);
  if (regionStates.length === 0) return shareOf(tally.counts.get(1) ?? 0, tally.futures);
  const counts = [...tally.counts].filter(([place]) => states.some((state) => within(nth(regionStates, place), state)));
  return shareOf(
    counts.reduce((sum, [, count]) => sum + count, 0),
    tally.futures,
  );
}

/** Where an interval lies with respect to bounds that are themselves allowed. */
export function standingOf(
  {
    atLeast = Number.NEGATIVE_INFINITY,
    atMost = Number.POSITIVE_INFINITY,
  }: Pick<OutcomeExpectation, "atLeast" | "atMost">,
  { low, high }: Pick<Estimate, "low" | "high">,
): Decided["standing"] {
  if (high < atLeast || low > atMost) return "failed";
  return low >= atLeast && high <= atMost ? "held" : "undecided";
}

/** More futures than this are not worth naming. */
const MAX_FUTURES = 1e9;

/** A factor: with this many times the futures at which the interval would just reach the bound, it passes it four times in five. */
const POWER = ((1.959964 + 0.841621) / 1.959964) ** 2;

function futuresToSettle(expectation: OutcomeExpectation, estimate: Estimate, tally: Tally): number {
  const { atLeast, atMost, measure } = expectation;
  const { value, low, high } = estimate;
  // Each bound that the interval straddles has to be settled.
  const straddled = [atLeast, atMost].filter((bound) => bound !== undefined && low < bound && high > bound);
  const each = (straddled.length > 0 ? straddled : [atLeast, atMost]).map((bound): number => {
    if (bound === undefined) return 0;
    if (measure === "share") return futuresForShare(value, bound, tally.futures);
    if (measure === "median") return futuresForShare(shareBelow(tally, bound), 0.5, tally.futures);
    const half = value < bound ? high - value : value - low;
    return tally.futures * (half / Math.abs(value - bound)) ** 2;
  });
  const enough = Math.ceil(Math.max(...each) * POWER);
  return enough > MAX_FUTURES || Number.isNaN(enough) ? Number.POSITIVE_INFINITY : Math.max(enough, tally.futures + 1);
}

/** Futures at which an interval around this share would just no longer hold the bound. */
function futuresForShare(share: number, bound: number, from: number): number {
  let futures = from;
  while (futures < MAX_FUTURES) {
    const { low, high } = shareOf(Math.round(share * futures), futures);
    if (low >= bound || high <= bound) return futures;
    futures *= 1.1;
  }
  return Number.POSITIVE_INFINITY;
}

/** The share of futures whose value lies below a bound; those without a value lie beyond every bound. */
function shareBelow({ counts, futures }: Tally, bound: number): number {
  let below = 0;
  for (const [value, count] of counts) if (value <= bound) below += count;
  return futures === 0 ? 0 : below / futures;
}
