/** At random: laws held against drawn cases. */
import { trials } from "./later.ts";
import type { Law } from "./law.ts";
import type { Trial, TrialOptions } from "./trial.ts";

/** Whether a law can be held against random cases: all but those of what exists at least once in the chart. */
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
  const { trial } = await trials();
  return trial(law, options);
}
