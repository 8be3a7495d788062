/** The schemas of sweeps in JSON outputs: assumptions, outcomes at the central values and over the ranges. */
import * as z from "zod";
import { regionNames } from "../../../machine/index.ts";
import { type Outcome, outcomeKinds } from "../../../scenario/index.ts";
import { assumption } from "./assumption.ts";
import { basis } from "./common.ts";
import { distribution } from "./futures.ts";

/** What an outcome observes. */
export const observed = z.strictObject({
  kind: z.enum(Object.keys(outcomeKinds) as [Outcome["kind"], ...Outcome["kind"][]]),
  region: z.enum(regionNames as [string, ...string[]]).optional(),
  observes: z.string().describe("In words"),
});

const unit = z.enum(["share", "days", "number"]);

/** What was swept, and the line that makes it again. */
const swept = {
  from: z.string().optional().describe("Where the record was handed over, where it is not a what-if"),
  start: z.string().describe("The minute from which the doctrines decide, UTC"),
  horizon: z.string().describe("The last minute that is simulated, UTC"),
  seed: z.number().int(),
  futures: z.number().int().describe("Futures at each point"),
  points: z.number().int().describe("Points beside the central one"),
  design: z.enum(["lhs", "grid"]),
  command: z.string(),
};

/** `sweep --json`. */
export const sweepDocument = z.strictObject({
  ...basis.shape,
  ...swept,
  status: z.enum(["incomplete", "complete"]),
  rows: z.number().int().describe("Futures that were run, of all points"),
  eventsPerFuture: z.number(),
  refusedPerFuture: z.number(),
  bounded: z.number().int().describe("Futures that the bound on events cut"),
  failed: z.number().int(),
  reasons: z.array(z.string()).describe("Why futures failed: the first different reasons"),
  assumptions: z.array(assumption),
  outcomes: z.record(
    z.string(),
    z.strictObject({
      observes: z.string(),
      central: distribution.describe("At the central values"),
      sweep: distribution.describe("Over all points together"),
      between: z
        .array(z.strictObject({ quantity: z.string(), unit, low: z.number(), high: z.number() }))
        .describe("Lowest and highest mean among the points"),
    }),
  ),
});

const share = z.number().nullable();

/** `explain --json`. */
export const explainDocument = z.strictObject({
  ...basis.shape,
  ...swept,
  rows: z.number().int().describe("Rows that were read and did not fail"),
  failed: z.number().int(),
  assumptions: z.array(assumption),
  sensitivity: z.array(
    z.strictObject({
      quantity: z.string(),
      unit,
      assumed: share.describe("The share of what differs between futures that the assumptions account for, not chance"),
      shares: z.array(
        z.strictObject({
          assumption: z.string(),
          share: z.number().describe("First-order index: of what differs between the points"),
          noise: z.number().describe("What 95 % of orders by chance stay below"),
          means: z.array(z.number()).describe("From the assumption's lowest values to its highest"),
        }),
      ),
    }),
  ),
  box: z
    .strictObject({
      when: z.string(),
      overall: z.number().describe("The share of futures in which it holds"),
      density: z.number().describe("The same share in the box"),
      coverage: share.describe("The share of those futures that lie in the box"),
      mass: z.number().describe("The share of points in the box"),
      points: z.number().int(),
      p: z.number().describe("The chance of a box as remarkable where nothing separates"),
      shuffles: z.number().int(),
      noise: z.boolean(),
      restrictions: z.array(
        z.strictObject({
          assumption: z.string(),
          low: z.number(),
          high: z.number(),
          p: z
            .number()
            .describe(
              "The chance of as remarkable a box when this assumption's values are dealt to the points at random",
            ),
        }),
      ),
    })
    .optional(),
});
