/** How the law conforms to a table of others, and how what is fitted predicts what happened, as data. */
import * as z from "zod";
import { foldedEnds } from "../../calibrated/index.ts";
import type { LawScore, PredictionScore, RefusedRows } from "../../evidence/index.ts";
import { modelVersion } from "../model.ts";
import { type Data, model } from "./common.ts";

const count = z.number().int().min(0);

const spot = z.strictObject({
  confrontation: z.number().int(),
  states: z.tuple([z.string(), z.string()]),
  at: z.string(),
});

const conformance = {
  pairs: count,
  events: count,
  inside: count.describe("Fades before the last event of a pair began"),
  split: count.describe("Pairs that have one"),
  resting: count.describe("Of the fades: those before which the whole confrontation rested, not the pair alone"),
  during: count.describe("Fades while an event lasts"),
  hostile: count.describe("Pairs with a display, force or war"),
  unmoved: count.describe("Those of them that never leave normal"),
  void: count.describe("Events without effect"),
} as const;

const conformanceRows = z.array(z.strictObject({ name: z.string(), ...conformance }));

const confrontations = z.strictObject({
  of: z.literal("confrontations"),
  quietDays: z.number(),
  all: z.strictObject(conformance),
  byLevel: conformanceRows,
  byDecade: conformanceRows,
  examples: z.strictObject({
    inside: z.array(spot),
    during: z.array(spot),
    unmoved: z.array(spot),
    void: z.array(spot),
  }),
  endings: z
    .array(
      z.strictObject({
        of: z.enum(["wars", "other disputes"]),
        by: z.enum(["settlement", "outcome"]),
        name: z.string(),
        disputes: count,
        pairs: count,
        ends: z.record(z.enum(foldedEnds), count).describe("How pairs end by the law"),
      }),
    )
    .optional()
    .describe("Beside what Militarized Interstate Disputes say; absent without that table"),
});

const meanings = { one: count, several: count, none: count } as const;

const codes = z.strictObject({
  of: z.literal("codes"),
  rows: count.describe("Of one state towards another"),
  means: z.strictObject(meanings).describe("By how many acts their codes mean"),
  joint: count.describe("Rows that tell of what both do"),
  byDecade: z.array(z.strictObject({ name: z.string(), rows: count, ...meanings })),
  codes: z.array(
    z.strictObject({
      code: z.string(),
      label: z.string(),
      act: z.string().nullable(),
      means: z.enum(["one", "several", "none"]),
      joint: z.boolean(),
      rows: count,
    }),
  ),
});

export const scoreLawDocument = z.strictObject({
  model,
  file: z.string(),
  refused: z
    .array(z.strictObject({ reason: z.string(), rows: count, first: z.string() }))
    .describe("Rows that could not be used"),
  score: z.discriminatedUnion("of", [confrontations, codes]),
});

export function scoreLawData(
  file: string,
  score: LawScore,
  refused: ReadonlyMap<string, RefusedRows>,
  version: string,
): Data<typeof scoreLawDocument> {
  const refusedData = [...refused].map(([reason, { count: rows, first }]) => ({ reason, rows, first: first.message }));
  return { model: modelVersion(version), file, refused: refusedData, score: scoreData(score) };
}

/** Endings come last. */
function scoreData(score: LawScore): Data<typeof scoreLawDocument>["score"] {
  if (score.of === "codes") return score;
  const { endings, ...rest } = score;
  return endings === undefined ? rest : { ...rest, endings };
}

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

export function scorePredictionsData(score: PredictionScore, version: string): Data<typeof scorePredictionsDocument> {
  const refused = [...score.refused].map(([reason, { count, first }]) => ({ reason, count, first: first.message }));
  return { model: modelVersion(version), ...score, refused };
}
