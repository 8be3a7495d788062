/** Checks laws against random cases. */

import type { Law } from "./law.ts";
import { loadTrial } from "./load-on-demand.ts";
import type { Trial, TrialOptions } from "./trial.ts";

/** Whether a law can be held against random cases: all but laws about what exists at least once in the chart. */
export function isDrawable(law: Law): boolean {
  return law.of !== "chart" || law.breachAt !== undefined;
}

/**
 * Holds a law against random cases, and makes the first one that breaks it as small as can be.
 *
 * @example
 * ```ts
 * import { atRandom, lawOf } from "demarche/testing";
 * const { breach, runs } = await atRandom(lawOf("fold-in-parts"), { runs: 20, seed: 1 });
 * breach; // => undefined
 * runs; // => 20
 * ```
 */
export async function atRandom(law: Law, options: TrialOptions = {}): Promise<Trial> {
  const { trial } = await loadTrial();
  return trial(law, options);
}
