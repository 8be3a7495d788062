/** A linear model of several labels: a score for each, made into chances. */
import type { Encoder } from "./columns.ts";

/** Adds the scores of a row to `scores`, one a label. */
export function addScores(
  effects: ArrayLike<number>,
  { encode }: Encoder,
  row: ArrayLike<number>,
  scores: Float64Array,
): void {
  const terms = encode(row);
  const labels = scores.length;
  for (let t = 0; t < terms.count; t++) {
    const [at, value] = [(terms.places[t] as number) * labels, terms.values[t] as number];
    for (let c = 0; c < labels; c++) scores[c] = (scores[c] as number) + value * (effects[at + c] as number);
  }
}

/** Makes chances of scores, in place. */
export function softmaxInto(scores: Float64Array): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c++) highest = Math.max(highest, scores[c] as number);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const share = Math.exp((scores[c] as number) - highest);
    scores[c] = share;
    sum += share;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) / sum;
}

/** The place at which a share from 0 up to, and not including, 1 of chances lies. */
export function placeOfShare(chances: Float64Array, share: number): number {
  let left = share;
  for (let k = 0; k < chances.length - 1; k++) {
    left -= chances[k] as number;
    if (left < 0) return k;
  }
  return chances.length - 1;
}
