/** The schemas of exact answers in JSON outputs. */
import * as z from "zod";

const probability = z.number().min(0).max(1.000001);
const mean = z
  .number()
  .nullable()
  .describe("Days from the outcome's beginning, given that it is reached; null if never");
const certainty = {
  states: z.number().int().describe("States of the jump process that were looked at"),
  error: z.number().describe("The probability left out, at most"),
} as const;
const none = z.strictObject({
  answer: z.literal("none"),
  code: z.string(),
  why: z.string().describe("Why there is no exact answer"),
});

/** The exact answer about one outcome. */
export const exactAnswer = z.union([
  z.strictObject({
    answer: z.literal("passage"),
    probability,
    mean,
    eventually: z
      .union([z.strictObject({ answer: z.literal("passage"), probability, mean }), none])
      .describe("With neither a horizon nor a quiet period that ends crises"),
    ...certainty,
  }),
  z.strictObject({ answer: z.literal("mean"), mean: z.number(), ...certainty }),
  z.strictObject({ answer: z.literal("shares"), shares: z.record(z.string(), probability), ...certainty }),
  none,
]);

/** Exact answers by outcome, without the edit and with it. */
export const exactOutcomes = z.record(z.string(), z.strictObject({ unedited: exactAnswer, edited: exactAnswer }));
