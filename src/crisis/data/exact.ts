/** Exact answers as data; times are in days. */
import * as z from "zod/mini";
import { MINUTES_PER_DAY } from "../../events/index.ts";
import { type Exact, exactOutcomes, type Models } from "../../futures/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { described } from "../../schema/index.ts";
import type { Data } from "./common.ts";

const probability = z.number().check(z.minimum(0), z.maximum(1.000001));
const mean = described(
  z.nullable(z.number()),
  "Days from the outcome's beginning, given that it is reached; null if never",
);
const certainty = {
  states: described(z.int(), "States of the jump process that were looked at"),
  error: described(z.number(), "The probability left out, at most"),
} as const;
const none = z.strictObject({
  answer: z.literal("none"),
  code: z.string(),
  why: described(z.string(), "Why there is no exact answer"),
});

const exactAnswer = z.union([
  z.strictObject({
    answer: z.literal("passage"),
    probability,
    mean,
    eventually: described(
      z.union([z.strictObject({ answer: z.literal("passage"), probability, mean }), none]),
      "With neither a horizon nor a quiet period that ends crises",
    ),
    ...certainty,
  }),
  z.strictObject({ answer: z.literal("mean"), mean: z.number(), ...certainty }),
  z.strictObject({ answer: z.literal("shares"), shares: z.record(z.string(), probability), ...certainty }),
  none,
]);

/** Exact answers by outcome, without the edit and with it. */
export const exact = z.record(z.string(), z.strictObject({ unedited: exactAnswer, edited: exactAnswer }));

/** The exact answers about a what-if and about the record at the same place. */
export function exactData({ edited, unedited }: Models, { outcomes }: Pick<Scenario, "outcomes">): Data<typeof exact> {
  const [before, after] = [exactOutcomes(unedited, outcomes), exactOutcomes(edited, outcomes)];
  return Object.fromEntries(
    Object.keys(outcomes).flatMap((name) => {
      const [one, other] = [before[name], after[name]];
      return one === undefined || other === undefined
        ? []
        : [[name, { unedited: answerData(one), edited: answerData(other) }] as const];
    }),
  );
}

function answerData(answer: Exact): Data<typeof exactAnswer> {
  if (answer.answer !== "passage") return answer;
  const { eventually } = answer;
  const later = eventually.answer === "none" ? eventually : { ...eventually, mean: days(eventually.mean) };
  return { ...answer, mean: days(answer.mean), eventually: later };
}

function days(minutes: number): number | null {
  return Number.isNaN(minutes) ? null : minutes / MINUTES_PER_DAY;
}
