/** How the law conforms to a table of others, as data. */
import * as z from "zod";
import { foldedEnds } from "../../calibrated/index.ts";
import type { LawScore, Refused } from "../../evidence/index.ts";
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

const named = z.array(z.strictObject({ name: z.string(), ...conformance }));

const confrontations = z.strictObject({
  of: z.literal("confrontations"),
  quietDays: z.number(),
  all: z.strictObject(conformance),
  byLevel: named,
  byDecade: named,
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

const meant = { one: count, several: count, none: count } as const;

const codes = z.strictObject({
  of: z.literal("codes"),
  rows: count.describe("Of one state towards another"),
  means: z.strictObject(meant).describe("By how many acts their codes mean"),
  joint: count.describe("Rows that tell of what both do"),
  byDecade: z.array(z.strictObject({ name: z.string(), rows: count, ...meant })),
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

/** `score law --json`. */
export const scoreLawDocument = z.strictObject({
  model,
  file: z.string(),
  refused: z
    .array(z.strictObject({ reason: z.string(), rows: count, first: z.string() }))
    .describe("Rows that could not be used"),
  score: z.discriminatedUnion("of", [confrontations, codes]),
});

/** A score as data. */
export function scoreLawData(
  file: string,
  score: LawScore,
  refused: ReadonlyMap<string, Refused>,
  version: string,
): Data<typeof scoreLawDocument> {
  const left = [...refused].map(([reason, { count: rows, first }]) => ({ reason, rows, first: first.message }));
  if (score.of === "codes") return { model: modelVersion(version), file, refused: left, score };
  const { endings, ...rest } = score;
  return {
    model: modelVersion(version),
    file,
    refused: left,
    score: endings === undefined ? rest : { ...rest, endings },
  };
}
