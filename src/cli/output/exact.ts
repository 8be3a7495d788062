/** Exact answers as JSON; times are in days. */
import type * as z from "zod";
import { MINUTES_PER_DAY } from "../../events/index.ts";
import { type Exact, exactOutcomes, type Models } from "../../futures/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import type { exactAnswer, exactOutcomes as exactSchema } from "./schema/exact.ts";

/** The exact answers about a what-if and about the record at the same place. */
export function exactData(
  { edited, unedited }: Models,
  { outcomes }: Pick<Scenario, "outcomes">,
): z.infer<typeof exactSchema> {
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

function answerData(answer: Exact): z.infer<typeof exactAnswer> {
  if (answer.answer === "shares") return { ...answer, shares: { ...answer.shares } };
  if (answer.answer !== "passage") return { ...answer };
  const { probability, mean, eventually, states, error } = answer;
  const later =
    eventually.answer === "none"
      ? { ...eventually }
      : { answer: eventually.answer, probability: eventually.probability, mean: days(eventually.mean) };
  return { answer: "passage", probability, mean: days(mean), eventually: later, states, error };
}

function days(minutes: number): number | null {
  return Number.isNaN(minutes) ? null : minutes / MINUTES_PER_DAY;
}
