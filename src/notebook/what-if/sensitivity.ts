/** Sensitivity: how far each assumption by itself decides each outcome, over the assumptions' ranges. */

import {
  type Influence,
  influencesOf,
  planSweep,
  type RowSource,
  requireModelled,
  runSweep,
  sensitivityOptions,
  settingsFrom,
} from "../../crisis/index.ts";
import { casesOf, type Ranged, type Sensitivity, setupOf, sweepPooled } from "../../futures/index.ts";
import { Problem } from "../../problem/index.ts";
import { type FigurePart, type Part, prose, svgOf, type TableCell, table } from "../../render/index.ts";
import type { Scenario, Supposed } from "../../scenario/index.ts";
import { numeral, sensitivityPicture } from "../../views/index.ts";
import { argumentNamed } from "../argument.ts";
import { interruptible } from "../interrupt.ts";
import { type Shown, shown } from "../show/index.ts";
import { type Assumed, assumptionData, assumptionsTable } from "./assumptions.ts";

/** How far the assumptions decide one quantity. */
export interface InfluenceRow extends Omit<Influence, "quantity" | "shares"> {
  readonly quantity: string;
  readonly shares: readonly Pick<Sensitivity, "name" | "share" | "noise" | "means">[];
}

/** A sensitivity that shows itself. */
export interface Sensitive extends Shown {
  readonly points: number;
  readonly runs: number;
  readonly seed: number;
  readonly decisions: readonly InfluenceRow[];
  readonly assumptions: readonly Assumed[];
  /** The expression that makes it again, to the last digit. */
  readonly again: string;
}

/** How much is swept. */
export interface SensitivityOptions {
  /** Points of the assumptions' ranges, a Latin hypercube; 40 by default. */
  readonly points?: number;
  /** Futures at each point; 50 by default. */
  readonly runs?: number;
  /** 1 by default. */
  readonly seed?: number;
}

/**
 * Sweeps the ranges of the assumptions of a what-if whose policy is `model`.
 *
 * @throws Problem when no doctrine decides what follows, nothing has a range, or a number is none
 */
export async function sensitivityOf(
  scenario: Scenario,
  supposed: Supposed,
  origin: string,
  { runs: wanted, ...others }: SensitivityOptions,
): Promise<Sensitive> {
  requireModelled(supposed.name, scenario, supposed.whatIf.then);
  const given = { ...others, ...(wanted === undefined ? {} : { futures: wanted }) };
  const { points, futures: runs, seed } = settingsFrom(sensitivityOptions, given, argumentNamed);
  const settings = { futures: runs, seed, points, design: "lhs" } as const;
  const setup = setupOf(scenario, supposed.branch);
  const { plan, over, assumptions: resting } = planSweep(setup, scenario.outcomes, settings, argumentNamed);
  if (over.length === 0) {
    throw new Problem(
      "not-modelled",
      "No assumption here has a range, so there is nothing to vary. Give some a range under `assume`.",
    );
  }
  const { signal, release } = interruptible();
  const source: RowSource = (job, from, pooling) => sweepPooled(job, from, { workers: 1, ...pooling });
  const { summary } = await runSweep(plan, source, { signal }).finally(release);
  if (summary.rows < plan.rows) {
    throw new Problem(
      "interrupted",
      `Interrupted after ${summary.rows} of ${plan.rows} futures; a part of the points says nothing. Ask for less: sensitivity({ points: 40, runs: 50 }).`,
    );
  }
  const decided = influencesOf(summary, (sums) => casesOf(plan, summary.counted, sums), seed);
  const again = `await ${origin}.sensitivity({ points: ${points}, runs: ${runs}, seed: ${seed} })`;
  const decisions = decided.map(({ quantity, ...one }) => ({ quantity: quantity.name, ...one }));
  const told = { count: `${points} points of ${runs} futures each, seed ${seed}`, again };
  return shown({ points, runs, seed, decisions, assumptions: resting.map(assumptionData), again }, () => ({
    title: `${scenario.title}: what decides the futures of ${supposed.name}`,
    parts: partsOf(decided, over, told, [assumptionsTable(resting)]),
  }));
}

function partsOf(
  decided: readonly Influence[],
  over: readonly Ranged[],
  { count, again }: { readonly count: string; readonly again: string },
  more: readonly Part[],
): readonly Part[] {
  const differing = decided.filter(({ shares }) => shares.length > 0);
  const still = decided.filter(({ shares }) => shares.length === 0);
  const decisive = differing.filter(({ shares }) => shares.some(({ share, noise }) => share > noise));
  const picture = sensitivityPicture(decisive, count);
  const figure: FigurePart = {
    kind: "figure",
    caption: picture.title,
    alternative: picture.alternative,
    svg: () => svgOf(picture.spec, picture.title, picture.alternative),
  };
  const rows = differing.flatMap(({ quantity, assumed, shares }) => {
    const all = Number.isNaN(assumed) ? "not known" : percent(assumed);
    const real = shares.filter(({ share, noise }) => share > noise).toSorted((one, other) => other.share - one.share);
    if (real.length === 0) return [[quantity.name, "nothing beyond noise", "—", "—", "—", all]];
    return real.map(({ name, share, noise, means }): readonly TableCell[] => [
      quantity.name,
      name,
      percent(share),
      percent(noise),
      `${numeral(means[0] ?? Number.NaN)} → ${numeral(means.at(-1) ?? Number.NaN)} ${quantity.unit}`,
      all,
    ]);
  });
  return [
    prose(`Over ${over.map(({ name }) => name).join(", ")}: ${count}.`),
    table(
      "How far each assumption by itself decides each outcome",
      ["Outcome", "Assumption", "Share", "Noise reaches", "Mean at its lowest → highest", "All assumptions together"],
      rows,
      "nothing differs between the points",
    ),
    ...(decisive.length === 0 ? [] : [figure]),
    ...(still.length === 0
      ? []
      : [prose(`The same at every point: ${still.map(({ quantity }) => quantity.name).join("; ")}.`, "faint")]),
    ...more,
    prose(
      "Share: the first-order index, what of the differences between the points the assumption accounts for by itself (Saltelli et al. 2008). Noise: what 95 of 100 orders by chance stay below; an assumption that is not listed does not reach beyond it. All assumptions together: their part of what differs between single futures; the rest is chance. All of it is about the model, not about the world; not a forecast.",
    ),
    prose(`Again: ${again}`, "faint"),
  ];
}

function percent(share: number): string {
  return `${(Math.max(0, share) * 100).toFixed(0)} %`;
}
