/** How what is fitted predicts what happened, as data. */
import * as z from "zod";
import type { PredictionScore } from "../../evidence/index.ts";
import { modelVersion } from "../model.ts";
import { type Data, model } from "./common.ts";

const interval = z
  .strictObject({ value: z.number(), low: z.number(), high: z.number() })
  .describe("With the interval of 95 of 100 bootstraps by case");

const scored = z.strictObject({
  name: z.string(),
  logLoss: interval,
  logLossByCase: interval.describe("The same with each case counting once"),
  brier: z.number(),
  accuracy: z.number(),
  ahead: interval.nullable().describe("How far the best simple guess is behind, in nats; null for itself"),
  aheadByCase: interval.nullable(),
});

const validated = z.strictObject({ cases: z.number(), moments: z.number(), scores: z.array(scored) });

/** `score mie --json`, `score icb --json` and `score FILE --json`. */
export const scorePredictionsDocument = z.strictObject({
  model,
  of: z.enum(["mie", "icb", "scenario"]),
  file: z.string(),
  own: z.boolean().describe("Whether the fit was made of this very table"),
  moments: z.number(),
  cases: z.number(),
  scores: z.array(scored),
  reliability: z.array(z.strictObject({ from: z.number(), said: z.number(), came: z.number(), count: z.number() })),
  timing: z.strictObject({ gaps: z.number(), model: interval }).nullable(),
  crossValidated: validated,
  afterSplit: validated,
  checks: z
    .array(
      z.strictObject({ name: z.string(), observed: z.number(), low: z.number(), median: z.number(), high: z.number() }),
    )
    .describe("What is drawn from beside the table, with --replicates: where 95 of 100 replicates lie"),
  refused: z.array(z.strictObject({ reason: z.string(), count: z.number(), first: z.string() })),
});

/** A score as data. */
export function scorePredictionsData(score: PredictionScore, version: string): Data<typeof scorePredictionsDocument> {
  const refused = [...score.refused].map(([reason, { count, first }]) => ({ reason, count, first: first.message }));
  return { model: modelVersion(version), ...score, refused };
}
