/** The schemas of futures in JSON outputs: outcomes with estimates and intervals. */
import * as z from "zod";

const number = z.number().nullable().describe("null where it lies beyond the horizon, or there is none");

/** An estimate with its 95 % interval. */
export const estimate = z.strictObject({ value: number, low: number, high: number });

/** How an outcome was distributed. Times are in days. */
export const distribution = z.strictObject({
  futures: z.number().int(),
  reached: estimate.describe("The share of futures that have a value at all"),
  mean: estimate,
  quantiles: z.strictObject({ "0.1": estimate, "0.5": estimate, "0.9": estimate }),
  values: z
    .array(z.tuple([z.union([z.number(), z.string()]), z.number().int()]))
    .max(200)
    .describe("Values with how many futures had them, in order; times put together so that there are at most 100"),
});

/** One outcome beside the record and without the edit. */
const followedOutcome = z.strictObject({
  record: z.union([z.number(), z.string()]).nullable().describe("In the record as it happened"),
  unedited: distribution,
  edited: distribution,
  difference: z
    .strictObject({ ...estimate.shape, varianceSaved: z.number().describe("By pairing under the same luck") })
    .optional(),
});

/** What was expected of an outcome, decided. */
export const expectedData = z.strictObject({
  outcome: z.string(),
  measure: z.enum(["share", "mean", "median"]),
  in: z.array(z.string()).optional(),
  atLeast: z.number().optional().describe("In days where it is a time"),
  atMost: z.number().optional(),
  standing: z.enum(["held", "failed", "undecided"]).describe("By the interval, never by the estimate"),
  estimate,
  enough: z.number().int().nullable().optional().describe("Futures that would probably settle it; null: hardly any"),
});

/** What followed in many futures. */
export const followed = z.strictObject({
  seed: z.number().int(),
  futures: z.number().int(),
  eventsPerFuture: z.number(),
  refusedPerFuture: z.number(),
  bounded: z.number().int().describe("Futures that the bound on events cut"),
  outcomes: z.record(z.string(), followedOutcome),
  contracts: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(["never", "always", "leads-to"]),
      breaks: z.boolean().describe("The what-if says that it breaks it"),
      violated: estimate.describe("The share of futures in which it is violated"),
      undecided: z.number().int().describe("Futures at whose end the time for an answer is not over"),
    }),
  ),
  expected: z.array(expectedData),
});
