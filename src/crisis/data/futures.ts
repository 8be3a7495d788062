/** Futures as data: every outcome with its estimates and their intervals, in days where it is a time. */
import * as z from "zod/mini";
import { MINUTES_PER_DAY } from "../../events/index.ts";
import {
  type CountedContract,
  type Decided,
  type Estimate,
  type Followed,
  meanValue,
  quantileOf,
  reachedShare,
  type Tally,
} from "../../futures/index.ts";
import { nth } from "../../problem/index.ts";
import { isTime, type Outcome, outcomeKinds, type Scenario, statesOf } from "../../scenario/index.ts";
import { described } from "../../schema/index.ts";
import type { Data } from "./common.ts";

const number = described(z.nullable(z.number()), "null where it lies beyond the horizon, or there is none");

/** An estimate with its 95 % interval. */
export const estimate = z.strictObject({ value: number, low: number, high: number });

/** How an outcome was distributed. Times are in days. */
export const distribution = z.strictObject({
  futures: z.int(),
  reached: described(estimate, "The share of futures that have a value at all"),
  mean: estimate,
  quantiles: z.strictObject({ "0.1": estimate, "0.5": estimate, "0.9": estimate }),
  values: described(
    z.array(z.tuple([z.union([z.number(), z.string()]), z.int()])).check(z.maxLength(200)),
    "Values with how many futures had them, in order; times put together so that there are at most 100",
  ),
});

/** One outcome beside the record and without the edit. */
const followedOutcome = z.strictObject({
  record: described(z.nullable(z.union([z.number(), z.string()])), "In the record as it happened"),
  unedited: distribution,
  edited: distribution,
  difference: z.optional(
    z.strictObject({ ...estimate.shape, varianceSaved: described(z.number(), "By pairing under the same luck") }),
  ),
});

export const expected = z.strictObject({
  outcome: z.string(),
  measure: z.enum(["share", "mean", "median"]),
  in: z.optional(z.array(z.string())),
  atLeast: described(z.optional(z.number()), "In days where it is a time"),
  atMost: z.optional(z.number()),
  standing: described(z.enum(["held", "failed", "undecided"]), "By the interval, never by the estimate"),
  estimate,
  enough: described(z.optional(z.nullable(z.int())), "Futures that would probably settle it; null: hardly any"),
});

export const followed = z.strictObject({
  seed: z.int(),
  futures: z.int(),
  eventsPerFuture: z.number(),
  refusedPerFuture: z.number(),
  bounded: described(z.int(), "Futures that the bound on events cut"),
  outcomes: z.record(z.string(), followedOutcome),
  contracts: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(["never", "always", "leads-to"]),
      breaks: described(z.boolean(), "The what-if says that it breaks it"),
      violated: described(estimate, "The share of futures in which it is violated"),
      undecided: described(z.int(), "Futures at whose end the time for an answer is not over"),
    }),
  ),
  expected: z.array(expected),
});

export function followedData(
  { edited, unedited, differences, record, contracts, expected }: Followed,
  { outcomes }: Pick<Scenario, "outcomes">,
): Data<typeof followed> {
  const entries = Object.entries(outcomes).flatMap(([name, outcome]) => {
    const [before, after, paired] = [unedited.outcomes[name], edited.outcomes[name], differences[name]];
    if (before === undefined || after === undefined) return [];
    const data: Data<typeof followedOutcome> = {
      record: valueData(record[name] ?? Number.NaN, outcome),
      unedited: distributionData(before, outcome),
      edited: distributionData(after, outcome),
      difference: paired && { ...estimateData(paired.difference, unitOf(outcome)), varianceSaved: paired.saved },
    };
    return [[name, data] as const];
  });
  const { futures, seed, events, refused, bounded } = edited;
  return {
    seed,
    futures,
    eventsPerFuture: events / futures,
    refusedPerFuture: refused / futures,
    bounded,
    outcomes: Object.fromEntries(entries),
    contracts: contracts.map(contractData),
    expected: expected.map((one) => expectedData(one, outcomes[one.expectation.outcome])),
  };
}

function contractData({ contract: { name, kind }, breaks, violated, counts }: CountedContract) {
  return { name, kind, breaks, violated: estimateData(violated), undecided: counts.undecided };
}

export function expectedData(
  { expectation, standing, estimate: found, enough }: Decided,
  outcome: Outcome | undefined,
): Data<typeof expected> {
  const { outcome: name, measure, in: states, atLeast, atMost } = expectation;
  const unit = measure === "share" || outcome === undefined ? 1 : unitOf(outcome);
  return {
    outcome: name,
    measure,
    in: states,
    atLeast: atLeast === undefined ? undefined : atLeast / unit,
    atMost: atMost === undefined ? undefined : atMost / unit,
    standing,
    estimate: estimateData(found, unit),
    enough: enough === undefined ? undefined : finite(enough),
  };
}

export function distributionData(tally: Tally, outcome: Outcome): Data<typeof distribution> {
  const unit = unitOf(outcome);
  const quantile = (share: number) => estimateData(quantileOf(tally, share), unit);
  return {
    futures: tally.futures,
    reached: estimateData(reachedShare(tally)),
    mean: estimateData(meanValue(tally), unit),
    quantiles: { "0.1": quantile(0.1), "0.5": quantile(0.5), "0.9": quantile(0.9) },
    values: binned(tally, outcome),
  };
}

/** An estimate in a unit, minutes of a day for example; null where a number is not finite. */
export function estimateData({ value, low, high }: Estimate, unit = 1): Data<typeof estimate> {
  return { value: finite(value / unit), low: finite(low / unit), high: finite(high / unit) };
}

function finite(number: number): number | null {
  return Number.isFinite(number) ? number : null;
}

function unitOf({ kind }: Outcome): number {
  return outcomeKinds[kind].scale;
}

function binned({ counts }: Tally, outcome: Outcome): Data<typeof distribution>["values"] {
  const sorted = [...counts].sort(([one], [other]) => one - other);
  if (!isTime(outcome)) {
    return sorted.slice(0, 200).map(([value, count]) => [valueData(value, outcome) ?? value, count]);
  }
  const last = sorted.at(-1)?.[0] ?? 0;
  const width = Math.max(1, Math.ceil((last + 1) / 100));
  const bins = new Map<number, number>();
  for (const [value, count] of sorted) {
    const place = Math.floor(value / width) * width;
    bins.set(place, (bins.get(place) ?? 0) + count);
  }
  return [...bins].map(([value, count]) => [value / MINUTES_PER_DAY, count]);
}

function valueData(value: number, outcome: Outcome): number | string | null {
  if (!Number.isFinite(value)) return null;
  const states = statesOf(outcome);
  return states.length > 0 ? nth(states, value) : value / unitOf(outcome);
}
