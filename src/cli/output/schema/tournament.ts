/** The schema of tournaments in JSON outputs. */
import * as z from "zod";
import { basis } from "./common.ts";
import { estimate } from "./futures.ts";

const rank = z.number().int().min(1).optional();

/** A number for each outcome, of one strategy. */
const means = z.strictObject({
  war: estimate,
  force: estimate,
  normal: estimate,
  days: estimate.describe("Mean days to normal; not back counts as the whole horizon"),
  events: estimate,
  alone: estimate.describe("The crisis ended, or stood last, on its own overture that nobody answered"),
  held: estimate.describe("Neither war nor such an overture"),
});

const sides = z.strictObject({ a: estimate, b: estimate });

/** `tournament --json`. */
export const tournamentDocument = z.strictObject({
  ...basis.shape,
  opening: z.strictObject({
    event: z.string().nullable().describe("The last event before the strategies take over"),
    at: z.string(),
  }),
  horizonDays: z.number(),
  quietDays: z.number(),
  war: z.string().describe("The pattern of the situations that count as war"),
  seed: z.number().int(),
  futures: z.number().int().describe("Of every pair"),
  command: z.string().describe("The line that makes the same again"),
  assumptions: z.array(
    z.strictObject({
      name: z.string(),
      value: z.number(),
      range: z.tuple([z.number(), z.number()]),
      meaning: z.string(),
      basis: z.string(),
      given: z.boolean().describe("Whether --set gave the value"),
      strategies: z.array(z.string()),
    }),
  ),
  strategies: z.array(z.strictObject({ id: z.string(), code: z.string(), title: z.string(), source: z.string() })),
  standings: z
    .array(
      z.strictObject({
        strategy: z.string(),
        means,
        ranks: z
          .strictObject({ war: rank, force: rank, normal: rank, days: rank, events: rank, alone: rank, held: rank })
          .describe("One more than the number of strategies that surely did better; none with fewer than 30 futures"),
      }),
    )
    .describe("Equal weights over all games: every opponent, itself too, once from either side"),
  comparisons: z.array(
    z.strictObject({
      one: z.string(),
      other: z.string(),
      differences: means.describe("The other less the one, paired under the same luck"),
    }),
  ),
  duels: z.array(
    z.strictObject({
      a: z.string(),
      b: z.string(),
      war: estimate,
      force: estimate,
      normal: estimate,
      days: z.strictObject({ quarter: estimate, median: estimate, threeQuarters: estimate, mean: estimate }),
      events: estimate,
      alone: sides,
      held: sides,
      refused: z.number().int(),
      bounded: z.number().int().describe("Futures that the bound on events cut"),
    }),
  ),
});
