/** Fitting a multinomial linear model: weighted log loss with a penalty on the square of each effect. */
import { type Design, type Encoder, encoderOf, softmaxInto } from "../../calibrated/index.ts";
import { minimise, type Slope } from "./lbfgs.ts";

/** Rows to fit to: each a row of columns, with its label and its weight. */
export interface Examples {
  readonly rows: readonly ArrayLike<number>[];
  readonly labels: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

interface Sparse {
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly values: Float64Array;
}

/**
 * Fits the effects: for each term one number a label. The rows of terms that nothing was seen of stay nought.
 *
 * @param penalty on half the square of each effect but the first term's, for the whole sample
 */
export function fitSoftmax(examples: Examples, encoder: Encoder, labels: number, penalty: number): Float64Array {
  const slope = slopeOf(examples, encoder, labels, penalty);
  return minimise(slope, new Float64Array(encoder.size * labels));
}

/** The same for a design, as they are written: what is left out of an effect moves no chance by a greater part of it than that. */
export function fitEffects(
  examples: Examples,
  design: Design,
  labels: number,
  penalty: number,
  decimals = 3,
): readonly number[] {
  const effects = fitSoftmax(examples, encoderOf(design), labels, penalty);
  return Array.from(effects, (value) => Number(value.toFixed(decimals)) + 0);
}

export function slopeOf(examples: Examples, encoder: Encoder, labels: number, penalty: number): Slope {
  const sparse = sparseOf(examples.rows, encoder);
  const count = examples.rows.length;
  let total = 0;
  for (let i = 0; i < count; i++) total += examples.weights[i] as number;
  const scores = new Float64Array(labels);
  return (effects, slope) => {
    slope.fill(0);
    let loss = 0;
    for (let i = 0; i < count; i++) {
      scoresInto(sparse, i, effects, scores);
      softmaxInto(scores);
      const label = examples.labels[i] as number;
      const weight = (examples.weights[i] as number) / total;
      loss -= weight * Math.log(Math.max(scores[label] as number, 1e-300));
      scores[label] = (scores[label] as number) - 1;
      addSlope(sparse, i, weight, scores, slope);
    }
    const each = penalty / total;
    for (let j = labels; j < effects.length; j++) {
      const effect = effects[j] as number;
      loss += (each / 2) * effect * effect;
      slope[j] = (slope[j] as number) + each * effect;
    }
    return loss;
  };
}

/** The scores of a row. Three labels at once are summed up in variables, in half of the time that an array takes. */
function scoresInto(
  { starts, places, values }: Sparse,
  row: number,
  effects: Float64Array,
  scores: Float64Array,
): void {
  const [from, to, labels] = [starts[row] as number, starts[row + 1] as number, scores.length];
  let c = 0;
  for (; c + 3 <= labels; c += 3) {
    let [one, two, three] = [0, 0, 0];
    for (let t = from; t < to; t++) {
      const at = (places[t] as number) * labels + c;
      const value = values[t] as number;
      one += value * (effects[at] as number);
      two += value * (effects[at + 1] as number);
      three += value * (effects[at + 2] as number);
    }
    scores[c] = one;
    scores[c + 1] = two;
    scores[c + 2] = three;
  }
  for (; c < labels; c++) {
    let sum = 0;
    for (let t = from; t < to; t++) {
      sum += (values[t] as number) * (effects[(places[t] as number) * labels + c] as number);
    }
    scores[c] = sum;
  }
}

/** Adds what a row takes off or adds to each label. */
function addSlope(
  { starts, places, values }: Sparse,
  row: number,
  weight: number,
  off: Float64Array,
  slope: Float64Array,
): void {
  const [from, to, labels] = [starts[row] as number, starts[row + 1] as number, off.length];
  let c = 0;
  for (; c + 3 <= labels; c += 3) {
    const [one, two, three] = [off[c] as number, off[c + 1] as number, off[c + 2] as number];
    for (let t = from; t < to; t++) {
      const at = (places[t] as number) * labels + c;
      const value = (values[t] as number) * weight;
      slope[at] = (slope[at] as number) + value * one;
      slope[at + 1] = (slope[at + 1] as number) + value * two;
      slope[at + 2] = (slope[at + 2] as number) + value * three;
    }
  }
  for (; c < labels; c++) {
    const each = off[c] as number;
    for (let t = from; t < to; t++) {
      const at = (places[t] as number) * labels + c;
      slope[at] = (slope[at] as number) + (values[t] as number) * weight * each;
    }
  }
}

function sparseOf(rows: readonly ArrayLike<number>[], { encode }: Encoder): Sparse {
  const starts = new Int32Array(rows.length + 1);
  for (const [i, row] of rows.entries()) starts[i + 1] = (starts[i] as number) + encode(row).count;
  const count = starts[rows.length] as number;
  const [places, values] = [new Int32Array(count), new Float64Array(count)];
  for (const [i, row] of rows.entries()) {
    const terms = encode(row);
    places.set(terms.places.subarray(0, terms.count), starts[i]);
    values.set(terms.values.subarray(0, terms.count), starts[i]);
  }
  return { starts, places, values };
}
