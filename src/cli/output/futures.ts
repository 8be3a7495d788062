/** Futures as JSON: every outcome with its estimates, in days where it is a time. */
import type * as z from "zod";
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
import type { distribution, estimate, expectedData, followed as followedSchema } from "./schema/futures.ts";

/** What followed. */
export function followedData(
  { edited, unedited, differences, record, contracts, expected }: Followed,
  { outcomes }: Pick<Scenario, "outcomes">,
): z.infer<typeof followedSchema> {
  const told = Object.entries(outcomes).flatMap(([name, outcome]) => {
    const [before, after, paired] = [unedited.outcomes[name], edited.outcomes[name], differences[name]];
    if (before === undefined || after === undefined) return [];
    const difference =
      paired === undefined
        ? {}
        : { difference: { ...estimateData(paired.difference, outcome), varianceSaved: paired.saved } };
    return [
      [
        name,
        {
          record: valueData(record[name] ?? Number.NaN, outcome),
          unedited: distributionData(before, outcome),
          edited: distributionData(after, outcome),
          ...difference,
        },
      ] as const,
    ];
  });
  const { futures, seed, events, refused, bounded } = edited;
  return {
    seed,
    futures,
    eventsPerFuture: events / futures,
    refusedPerFuture: refused / futures,
    bounded,
    outcomes: Object.fromEntries(told),
    contracts: contracts.map(contractData),
    expected: expected.map((one) => decidedData(one, outcomes[one.expectation.outcome])),
  };
}

/** How often a contract is violated. */
function contractData({ contract: { name, kind }, breaks, violated, counts }: CountedContract) {
  return { name, kind, breaks, violated: plainEstimate(violated), undecided: counts.undecided };
}

/** What was expected of an outcome, decided. */
export function decidedData(
  { expectation, standing, estimate, enough }: Decided,
  outcome: Outcome | undefined,
): z.infer<typeof expectedData> {
  const { outcome: name, measure, in: states, atLeast, atMost } = expectation;
  const timed = measure !== "share" && outcome !== undefined && isTime(outcome);
  const scale = timed ? MINUTES_PER_DAY : 1;
  const { value, low, high } = estimate;
  return {
    outcome: name,
    measure,
    ...(states === undefined ? {} : { in: [...states] }),
    ...(atLeast === undefined ? {} : { atLeast: atLeast / scale }),
    ...(atMost === undefined ? {} : { atMost: atMost / scale }),
    standing,
    estimate: plainEstimate({ value: value / scale, low: low / scale, high: high / scale }),
    ...(enough === undefined ? {} : { enough: Number.isFinite(enough) ? enough : null }),
  };
}

/** How an outcome was distributed. */
export function distributionData(tally: Tally, outcome: Outcome): z.infer<typeof distribution> {
  const quantile = (share: number): z.infer<typeof estimate> => estimateData(quantileOf(tally, share), outcome);
  return {
    futures: tally.futures,
    reached: plainEstimate(reachedShare(tally)),
    mean: estimateData(meanValue(tally), outcome),
    quantiles: { "0.1": quantile(0.1), "0.5": quantile(0.5), "0.9": quantile(0.9) },
    values: binned(tally, outcome),
  };
}

function binned({ counts }: Tally, outcome: Outcome): [number | string, number][] {
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
  return states.length > 0 ? nth(states, value) : value / outcomeKinds[outcome.kind].scale;
}

function estimateData({ value, low, high }: Estimate, outcome: Outcome): z.infer<typeof estimate> {
  const { scale } = outcomeKinds[outcome.kind];
  return plainEstimate({ value: value / scale, low: low / scale, high: high / scale });
}

function plainEstimate({ value, low, high }: Estimate): z.infer<typeof estimate> {
  const finite = (one: number): number | null => (Number.isFinite(one) ? one : null);
  return { value: finite(value), low: finite(low), high: finite(high) };
}
