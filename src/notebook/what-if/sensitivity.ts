/** Sensitivity: how far each assumption by itself decides each outcome, over the assumptions' ranges. */

import {
  planSweep,
  type RowSource,
  requireModelled,
  runSweep,
  sensitivityOptions,
  settingsFrom,
} from "../../crisis/index.ts";
import { casesOf, type Influence, influencesOf, modelsOf, type Sensitivity, sweepPooled } from "../../futures/index.ts";
import { figureOf, sensitivityPicture } from "../../pictures/index.ts";
import { Problem } from "../../problem/index.ts";
import type { EvaluatedWhatIf, Scenario } from "../../scenario/index.ts";
import { type Assumed, assumptionData, sensitivityDocument } from "../../views/index.ts";
import { optionLabel, optionsOf } from "../argument.ts";
import { interruptible } from "../interrupt.ts";
import { type Shown, withDisplay } from "../show/index.ts";

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
  evaluated: EvaluatedWhatIf,
  origin: string,
  options: SensitivityOptions,
): Promise<Sensitive> {
  const { runs: wanted, ...others } = optionsOf(options, ["points", "runs", "seed"]);
  requireModelled(evaluated.name, scenario, evaluated.whatIf.then);
  const values = { ...others, ...(wanted === undefined ? {} : { futures: wanted }) };
  const { points, futures: runs, seed } = settingsFrom(sensitivityOptions, values, optionLabel);
  const settings = { futures: runs, seed, points, design: "lhs" } as const;
  const { setup } = modelsOf(scenario, evaluated).edited;
  const { plan, over, assumptions: resting } = planSweep(setup, scenario.outcomes, settings, optionLabel);
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
  const title = `${scenario.title}: what decides the futures of ${evaluated.name}`;
  const count = `${points} points of ${runs} futures each, seed ${seed}`;
  return withDisplay({ points, runs, seed, decisions, assumptions: resting.map(assumptionData), again }, () => {
    const decisive = decided.filter(({ shares }) => shares.some(({ share, noise }) => share > noise));
    const pictureData = { decided: decisive, count, assumptions: resting, scenario };
    const figure = decisive.length === 0 ? undefined : figureOf((look) => sensitivityPicture(pictureData, look));
    return sensitivityDocument(title, decided, over, { count, again, assumptions: resting, figure });
  });
}
