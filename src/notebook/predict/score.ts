/** Scores of a prediction: how far the probabilities were from what happened. */

/** Two scores, both proper: telling what one believes is the best one can do. */
export interface Scores {
  /** The sum of squared differences over all options: 0 is best, 2 worst (Brier, Monthly Weather Review 78, 1950). */
  readonly brier: number;
  /** The natural logarithm of what was given to what happened: 0 is best, minus infinity worst (Good 1952). */
  readonly log: number;
}

/**
 * Scores probabilities over options.
 *
 * @param happened the option that came true; one that is not among the probabilities had none
 * @example
 * ```ts
 * import { scoresOf } from "demarche/notebook";
 * scoresOf({ protest: 0.5, strike: 0.5 }, "strike").brier; // => 0.5
 * scoresOf({ protest: 1, strike: 0 }, "strike"); // => { brier: 2, log: -Infinity }
 * ```
 */
export function scoresOf(probabilities: Readonly<Record<string, number>>, happened: string): Scores {
  const options = new Set([...Object.keys(probabilities), happened]);
  let brier = 0;
  for (const option of options) brier += (probabilityOf(probabilities, option) - (option === happened ? 1 : 0)) ** 2;
  return { brier, log: Math.log(probabilityOf(probabilities, happened)) };
}

/** The same probability for every option: what somebody says who knows nothing. */
export function uniform(options: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(options.map((option) => [option, 1 / options.length]));
}

function probabilityOf(probabilities: Readonly<Record<string, number>>, option: string): number {
  return Object.hasOwn(probabilities, option) ? (probabilities[option] ?? 0) : 0;
}

/** A probability as people read it. */
export function percentOf(probability: number): string {
  return `${Number((probability * 100).toFixed(1))} %`;
}
