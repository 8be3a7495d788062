/** How the law conforms to a table of others, and how what is fitted predicts what happened, as data. */
import * as z from "zod/mini";
import { foldedEnds } from "../../calibrated/index.ts";
import type { LawScore, PredictionScore, RefusedRows } from "../../evidence/index.ts";
import { described } from "../../schema/index.ts";
import { modelVersion } from "../model.ts";
import { type Data, model } from "./common.ts";

const count = z.int().check(z.minimum(0));

const spot = z.strictObject({
  confrontation: z.int(),
  states: z.tuple([z.string(), z.string()]),
  at: z.string(),
});

const conformance = {
  pairs: count,
  events: count,
  inside: described(count, "Fades before the last event of a pair began"),
  split: described(count, "Pairs that have one"),
  resting: described(count, "Of the fades: those before which the whole confrontation rested, not the pair alone"),
  during: described(count, "Fades while an event lasts"),
  hostile: described(count, "Pairs with a display, force or war"),
  unmoved: described(count, "Those of them that never leave normal"),
  void: described(count, "Events without effect"),
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
  endings: described(
    z.optional(
      z.array(
        z.strictObject({
          of: z.enum(["wars", "other disputes"]),
          by: z.enum(["settlement", "outcome"]),
          name: z.string(),
          disputes: count,
          pairs: count,
          ends: described(z.record(z.enum(foldedEnds), count), "How pairs end by the law"),
        }),
      ),
    ),
    "Beside what Militarized Interstate Disputes say; absent without that table",
  ),
});

const meanings = { one: count, several: count, none: count } as const;

const codes = z.strictObject({
  of: z.literal("codes"),
  rows: described(count, "Of one state towards another"),
  means: described(z.strictObject(meanings), "By how many acts their codes mean"),
  joint: described(count, "Rows that tell of what both do"),
  byDecade: z.array(z.strictObject({ name: z.string(), rows: count, ...meanings })),
  codes: z.array(
    z.strictObject({
      code: z.string(),
      label: z.string(),
      act: z.nullable(z.string()),
      means: z.enum(["one", "several", "none"]),
      joint: z.boolean(),
      rows: count,
    }),
  ),
});

export const scoreLawDocument = z.strictObject({
  model,
  file: z.string(),
  refused: described(
    z.array(z.strictObject({ reason: z.string(), rows: count, first: z.string() })),
    "Rows that could not be used",
  ),
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

const interval = described(
  z.strictObject({ value: z.number(), low: z.number(), high: z.number() }),
  "With the interval of 95 of 100 bootstraps by case",
);

const scored = z.strictObject({
  name: z.string(),
  logLoss: interval,
  logLossByCase: described(interval, "The same with each case counting once"),
  brier: z.number(),
  accuracy: z.number(),
  ahead: described(z.nullable(interval), "How far the best simple guess is behind, in nats; null for itself"),
  aheadByCase: z.nullable(interval),
});

const validated = z.strictObject({ cases: z.number(), moments: z.number(), scores: z.array(scored) });

export const scorePredictionsDocument = z.strictObject({
  model,
  of: z.enum(["mie", "icb", "scenario"]),
  file: z.string(),
  own: described(z.boolean(), "Whether the fit was made of this very table"),
  moments: z.number(),
  cases: z.number(),
  scores: z.array(scored),
  reliability: z.array(z.strictObject({ from: z.number(), said: z.number(), came: z.number(), count: z.number() })),
  timing: z.nullable(z.strictObject({ gaps: z.number(), model: interval })),
  crossValidated: validated,
  afterSplit: validated,
  checks: described(
    z.array(
      z.strictObject({ name: z.string(), observed: z.number(), low: z.number(), median: z.number(), high: z.number() }),
    ),
    "What is drawn from beside the table, with --replicates: where 95 of 100 replicates lie",
  ),
  refused: z.array(z.strictObject({ reason: z.string(), count: z.number(), first: z.string() })),
});

export function scorePredictionsData(score: PredictionScore, version: string): Data<typeof scorePredictionsDocument> {
  const refused = [...score.refused].map(([reason, { count, first }]) => ({ reason, count, first: first.message }));
  return { model: modelVersion(version), ...score, refused };
}
