/** Proper scores of chances beside what happened, with intervals by bootstrap over whole cases. */
import { BOOTSTRAPS } from "../../calibrated/index.ts";
import { nth, numberAt } from "../../problem/index.ts";
import { chanceFrom } from "../fit/chance.ts";

/** A number with the interval in which 95 of 100 bootstraps lie. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How good a predictor is. Lower is better, but for accuracy. */
export interface PredictorScores {
  /** In nats: the mean of -log of the chance of what happened. */
  readonly logLoss: Interval;
  /** The same with each case counting once. */
  readonly logLossByCase: Interval;
  /** The sum over labels of squared differences, from 0 to 2. */
  readonly brier: number;
  /** How often the likeliest label was the one that came. */
  readonly accuracy: number;
  /** How far a reference is behind, in nats: positive where this is better. */
  readonly ahead: Interval | null;
  readonly aheadByCase: Interval | null;
}

interface LabelledMoment {
  readonly label: number;
  readonly group: number;
}

/**
 * Measures chances.
 *
 * @param predictions for each moment the chances of its labels
 * @param reference the chances that it is held against
 */
export function measure(
  moments: readonly LabelledMoment[],
  predictions: readonly Float64Array[],
  reference?: readonly Float64Array[],
): PredictorScores {
  const losses = moments.map(({ label }, k) => lossOf(nth(predictions, k), label));
  const theirs = reference === undefined ? undefined : moments.map(({ label }, k) => lossOf(nth(reference, k), label));
  let [brier, right] = [0, 0];
  for (const [k, { label }] of moments.entries()) {
    const chances = nth(predictions, k);
    let best = 0;
    for (let c = 0; c < chances.length; c++) {
      const chance = chances[c] as number;
      brier += (chance - (c === label ? 1 : 0)) ** 2;
      if (chance > (chances[best] as number)) best = c;
    }
    if (best === label) right += 1;
  }
  const groups = moments.map(({ group }) => group);
  const own = intervals(losses, groups);
  const behind = theirs?.map((loss, k) => loss - nth(losses, k));
  const ahead = behind && intervals(behind, groups);
  const count = Math.max(1, moments.length);
  return {
    logLoss: own.pooled,
    logLossByCase: own.byCase,
    brier: brier / count,
    accuracy: right / count,
    ahead: ahead?.pooled ?? null,
    aheadByCase: ahead?.byCase ?? null,
  };
}

function lossOf(chances: Float64Array, label: number): number {
  return -Math.log(Math.max(numberAt(chances, label), 1e-12));
}

/** The mean of values, and of the means of cases, each with its interval: cases are drawn anew, with what belongs to them. */
export function intervals(
  values: readonly number[],
  groups: readonly number[],
): { readonly pooled: Interval; readonly byCase: Interval } {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const [k, group] of groups.entries()) {
    const one = sums.get(group) ?? { sum: 0, count: 0 };
    sums.set(group, one);
    one.sum += values[k] as number;
    one.count += 1;
  }
  const cases = [...sums.values()];
  const chance = chanceFrom(cases.length);
  const [pooled, byCase] = [new Float64Array(BOOTSTRAPS), new Float64Array(BOOTSTRAPS)];
  for (let b = 0; b < BOOTSTRAPS; b++) {
    let [sum, count, means] = [0, 0, 0];
    for (let k = 0; k < cases.length; k++) {
      const one = cases[Math.floor(chance() * cases.length)] as (typeof cases)[number];
      sum += one.sum;
      count += one.count;
      means += one.sum / one.count;
    }
    pooled[b] = sum / count;
    byCase[b] = means / cases.length;
  }
  const total = cases.reduce((sum, one) => sum + one.sum, 0);
  const means = cases.reduce((sum, one) => sum + one.sum / one.count, 0);
  return {
    pooled: intervalOf(total / Math.max(1, values.length), pooled),
    byCase: intervalOf(means / Math.max(1, cases.length), byCase),
  };
}

function intervalOf(value: number, drawn: Float64Array): Interval {
  const sorted = drawn.toSorted();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? value;
  return { value, low: at(0.025), high: at(0.975) };
}

/** How often what was given a chance came true. */
export interface ReliabilityBin {
  /** The chances from here on, up to a tenth more. */
  readonly from: number;
  readonly said: number;
  readonly came: number;
  readonly count: number;
}

/** Calibration: chances by tenths, all labels of all moments, beside how often they came true. */
export function reliability(
  moments: readonly LabelledMoment[],
  predictions: readonly Float64Array[],
): readonly ReliabilityBin[] {
  const tenths = Array.from({ length: 10 }, () => ({ said: 0, came: 0, count: 0 }));
  for (const [k, { label }] of moments.entries()) {
    for (const [c, chance] of nth(predictions, k).entries()) {
      const tenth = tenths[Math.min(9, Math.floor(chance * 10))] as (typeof tenths)[number];
      tenth.said += chance;
      tenth.came += c === label ? 1 : 0;
      tenth.count += 1;
    }
  }
  return tenths.flatMap(({ said: sum, came, count }, k) =>
    count === 0 ? [] : { from: k / 10, said: sum / count, came: came / count, count },
  );
}
