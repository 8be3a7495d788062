/** Sweeps and their explanation as JSON. */
import type * as z from "zod";
import { type Explained, type Influence, type PointSums, type SweepSummary, spreadOf } from "../../futures/index.ts";
import type { Outcome } from "../../scenario/index.ts";
import type { Manifest } from "../sweep/manifest.ts";
import { distributionData } from "./futures.ts";
import type { explainDocument, sweepDocument } from "./schema/sweep.ts";

/** What was swept. */
export function sweepData(
  manifest: Manifest,
  outcomes: Readonly<Record<string, Outcome>>,
  summary: SweepSummary,
): z.infer<typeof sweepDocument> {
  const { rows, events, refused, bounded, failed, reasons, central, sweep, points } = summary;
  const ran = Math.max(1, rows - failed);
  return {
    ...sweptData(manifest),
    status: manifest.status,
    rows,
    eventsPerFuture: events / ran,
    refusedPerFuture: refused / ran,
    bounded,
    failed,
    reasons: [...reasons],
    assumptions: manifest.assumptions,
    outcomes: Object.fromEntries(
      Object.entries(outcomes).flatMap(([name, outcome], place) => {
        const [middle, whole] = [central[name], sweep[name]];
        if (middle === undefined || whole === undefined) return [];
        return [
          [
            name,
            {
              observes: manifest.outcomes[name]?.observes ?? "",
              central: distributionData(middle, outcome),
              sweep: distributionData(whole, outcome),
              between: points
                .filter(({ quantity }) => quantity.outcome === place)
                .flatMap((one) => betweenData(one, summary)),
            },
          ] as const,
        ];
      }),
    ),
  };
}

/** What was explained. */
export function explainData(
  manifest: Manifest,
  { rows, failed }: Pick<SweepSummary, "rows" | "failed">,
  decided: readonly Influence[],
  boxed?: { readonly when: string; readonly found: Explained },
): z.infer<typeof explainDocument> {
  return {
    ...sweptData(manifest),
    rows: rows - failed,
    failed,
    assumptions: manifest.assumptions,
    sensitivity: decided.map(({ quantity, assumed, shares }) => ({
      quantity: quantity.name,
      unit: quantity.unit,
      assumed: Number.isNaN(assumed) ? null : assumed,
      shares: shares.map(({ name, share, noise, means }) => ({ assumption: name, share, noise, means: [...means] })),
    })),
    ...(boxed === undefined ? {} : { box: boxData(boxed.when, boxed.found) }),
  };
}

function sweptData(manifest: Manifest) {
  const {
    scenario,
    title,
    purpose,
    whatIf,
    hash,
    model,
    from,
    start,
    horizon,
    seed,
    futures,
    points,
    design,
    command,
  } = manifest;
  return {
    scenario,
    title,
    purpose,
    ...(whatIf === undefined ? {} : { whatIf }),
    hash,
    model,
    ...(from === undefined ? {} : { from }),
    start,
    horizon,
    seed,
    futures,
    points,
    design,
    command,
  };
}

function betweenData(one: PointSums, summary: SweepSummary) {
  const spread = spreadOf(one, summary);
  if (spread === undefined) return [];
  return [{ quantity: one.quantity.name, unit: one.quantity.unit, low: spread[0], high: spread[1] }];
}

function boxData(when: string, found: Explained) {
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
