/** Fitting a multinomial linear model: weighted log loss with a penalty on the square of each effect. */
import { type Encoder, softmaxInto } from "../../calibrated/index.ts";
import { minimised, type Slope } from "./lbfgs.ts";

/** Rows to fit to: each a row of columns, with its label and its weight. */
export interface Examples {
  readonly rows: readonly ArrayLike<number>[];
  readonly labels: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

/** The rows as terms, all in one. */
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
export function fittedSoftmax(examples: Examples, encoder: Encoder, labels: number, penalty: number): Float64Array {
  const slope = slopeOf(examples, encoder, labels, penalty);
  return minimised(slope, new Float64Array(encoder.size * labels));
}

/** The penalised log loss and its slope. */
export function slopeOf(examples: Examples, encoder: Encoder, labels: number, penalty: number): Slope {
  const { starts, places, values } = sparseOf(examples.rows, encoder);
  const count = examples.rows.length;
  let total = 0;
  for (let i = 0; i < count; i++) total += examples.weights[i] as number;
  const scores = new Float64Array(labels);
  return (effects, slope) => {
    slope.fill(0);
    let loss = 0;
    for (let i = 0; i < count; i++) {
      scores.fill(0);
      const [from, to] = [starts[i] as number, starts[i + 1] as number];
      for (let t = from; t < to; t++) {
        const [at, value] = [(places[t] as number) * labels, values[t] as number];
        for (let c = 0; c < labels; c++) scores[c] = (scores[c] as number) + value * (effects[at + c] as number);
      }
      softmaxInto(scores);
      const label = examples.labels[i] as number;
      const weight = (examples.weights[i] as number) / total;
      loss -= weight * Math.log(Math.max(scores[label] as number, 1e-300));
      scores[label] = (scores[label] as number) - 1;
      for (let t = from; t < to; t++) {
        const [at, value] = [(places[t] as number) * labels, (values[t] as number) * weight];
        for (let c = 0; c < labels; c++) slope[at + c] = (slope[at + c] as number) + value * (scores[c] as number);
      }
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

function sparseOf(rows: readonly ArrayLike<number>[], { encode }: Encoder): Sparse {
  const starts = new Int32Array(rows.length + 1);
  const [places, values]: [number[], number[]] = [[], []];
  for (const [i, row] of rows.entries()) {
    const terms = encode(row);
    for (let t = 0; t < terms.count; t++) {
      places.push(terms.places[t] as number);
      values.push(terms.values[t] as number);
    }
    starts[i + 1] = places.length;
  }
  return { starts, places: Int32Array.from(places), values: Float64Array.from(values) };
}
