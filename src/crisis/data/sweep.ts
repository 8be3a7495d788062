/** Sweeps as data, at the central values and over the ranges of the assumptions; and what explains them. */

import * as z from "zod/mini";
import { type Explained, type Influence, type PointSums, type SweepSummary, spreadOf } from "../../futures/index.ts";
import { present } from "../../problem/index.ts";
import type { Outcome } from "../../scenario/index.ts";
import { described } from "../../schema/index.ts";
import { basis, type Data } from "./common.ts";
import { distribution, distributionData } from "./futures.ts";
import { type Manifest, manifestDocument } from "./sweep-manifest.ts";

const unit = z.enum(["share", "days", "number"]);

/** What was swept, and the line that makes it again. */
const { from, start, horizon, seed, futures, design, command, status, assumptions } = manifestDocument.shape;
const points = described(z.int(), "Points beside the central one");
const swept = z.object({ ...basis.shape, from, start, horizon, seed, futures, points, design, command });

const sweptOutcome = z.strictObject({
  observes: z.string(),
  central: described(distribution, "At the central values"),
  sweep: described(distribution, "Over all points together"),
  between: described(
    z.array(z.strictObject({ quantity: z.string(), unit, low: z.number(), high: z.number() })),
    "Lowest and highest mean among the points",
  ),
});

export const sweepDocument = z.strictObject({
  ...swept.shape,
  status,
  rows: described(z.int(), "Futures that were run, of all points"),
  eventsPerFuture: z.number(),
  refusedPerFuture: z.number(),
  bounded: described(z.int(), "Futures that the bound on events cut"),
  failed: z.int(),
  reasons: described(z.array(z.string()), "Why futures failed: the first different reasons"),
  assumptions,
  outcomes: z.record(z.string(), sweptOutcome),
});

const share = z.nullable(z.number());

const box = z.strictObject({
  when: z.string(),
  overall: described(z.number(), "The share of futures in which it holds"),
  density: described(z.number(), "The same share in the box"),
  coverage: described(share, "The share of those futures that lie in the box"),
  mass: described(z.number(), "The share of points in the box"),
  points: z.int(),
  p: described(z.number(), "The chance of a box as remarkable where nothing separates"),
  shuffles: z.int(),
  noise: z.boolean(),
  restrictions: z.array(
    z.strictObject({
      assumption: z.string(),
      low: z.number(),
      high: z.number(),
      p: described(
        z.number(),
        "The chance of as remarkable a box when this assumption's values are dealt to the points at random",
      ),
    }),
  ),
});

export const explainDocument = z.strictObject({
  ...swept.shape,
  rows: described(z.int(), "Rows that were read and did not fail"),
  failed: z.int(),
  assumptions,
  sensitivity: z.array(
    z.strictObject({
      quantity: z.string(),
      unit,
      assumed: described(
        share,
        "The share of what differs between futures that the assumptions account for, not chance",
      ),
      shares: z.array(
        z.strictObject({
          assumption: z.string(),
          share: described(z.number(), "First-order index: of what differs between the points"),
          noise: described(z.number(), "What 95 % of orders by chance stay below"),
          means: described(z.array(z.number()), "From the assumption's lowest values to its highest"),
        }),
      ),
    }),
  ),
  box: z.optional(box),
});

export function sweepData(
  manifest: Manifest,
  outcomes: Readonly<Record<string, Outcome>>,
  summary: SweepSummary,
): Data<typeof sweepDocument> {
  const { rows, events, refused, bounded, failed, reasons, central, sweep, points } = summary;
  const ran = Math.max(1, rows - failed);
  const entries = Object.entries(outcomes).flatMap(([name, outcome], place) => {
    const [middle, whole] = [central[name], sweep[name]];
    if (middle === undefined || whole === undefined) return [];
    const data: Data<typeof sweptOutcome> = {
      observes: present(manifest.outcomes[name], `outcome ${name}`).observes,
      central: distributionData(middle, outcome),
      sweep: distributionData(whole, outcome),
      between: points.filter(({ quantity }) => quantity.outcome === place).flatMap((one) => betweenData(one, summary)),
    };
    return [[name, data] as const];
  });
  return {
    ...swept.parse(manifest),
    status: manifest.status,
    rows,
    eventsPerFuture: events / ran,
    refusedPerFuture: refused / ran,
    bounded,
    failed,
    reasons,
    assumptions: manifest.assumptions,
    outcomes: Object.fromEntries(entries),
  };
}

function betweenData(one: PointSums, summary: SweepSummary): Data<typeof sweptOutcome>["between"] {
  const spread = spreadOf(one, summary);
  if (spread === undefined) return [];
  return [{ quantity: one.quantity.name, unit: one.quantity.unit, low: spread[0], high: spread[1] }];
}

export function explainData(
  manifest: Manifest,
  { rows, failed }: Pick<SweepSummary, "rows" | "failed">,
  decided: readonly Influence[],
  boxed?: { readonly when: string; readonly found: Explained },
): Data<typeof explainDocument> {
  return {
    ...swept.parse(manifest),
    rows: rows - failed,
    failed,
    assumptions: manifest.assumptions,
    sensitivity: decided.map(({ quantity, assumed, shares }) => ({
      quantity: quantity.name,
      unit: quantity.unit,
      assumed: Number.isNaN(assumed) ? null : assumed,
      shares: shares.map(({ name, share: part, noise, means }) => ({ assumption: name, share: part, noise, means })),
    })),
    box: boxed && boxData(boxed.when, boxed.found),
  };
}

function boxData(when: string, found: Explained): Data<typeof box> {
  const { overall, density, coverage, mass, points, p, shuffles, noise, restrictions } = found;
  return {
    when,
    overall,
    density,
    coverage: Number.isNaN(coverage) ? null : coverage,
    mass,
    points,
    p,
    shuffles,
    noise,
    restrictions: restrictions.map(({ name, low, high, p: own }) => ({ assumption: name, low, high, p: own })),
  };
}
