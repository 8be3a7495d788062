/** Boosting trees for several labels: each round grows one tree a label on what the others leave unexplained (Friedman 2001). */
import { softmaxInto, type Tree, type WrittenTree } from "../../calibrated/index.ts";
import { type Bins, binsOf } from "./bins.ts";
import { chanceFrom } from "./chance.ts";
import { type Growth, type GrowthData, growTree } from "./grow-tree.ts";
import type { Examples } from "./softmax.ts";

/** Grows trees on examples. Deterministic: what each round leaves out is drawn from the number of rounds. */
export function growTrees(examples: Examples, labels: number, growth: Growth): readonly Tree[] {
  const { rows, labels: truth } = examples;
  const width = rows[0]?.length ?? 0;
  const bins: readonly Bins[] = Array.from({ length: width }, (_, k) => binsOf(rows, k));
  const weights = evenOut(examples.weights);
  const chance = chanceFrom(growth.rounds);
  const prior = priorOf(truth, weights, labels);
  const bare = { columns: [], above: [], no: [], yes: [] };
  const trees: Tree[] = prior.map((leaf, label) => ({ label, ...bare, leaves: [leaf] }));
  const scores = Float64Array.from({ length: rows.length * labels }, (_, k) => prior[k % labels] as number);
  const [slopes, curves] = [new Float64Array(rows.length), new Float64Array(rows.length)];
  const shares = new Float64Array(rows.length * labels);
  for (let round = 0; round < growth.rounds; round++) {
    sharesInto(scores, labels, shares);
    const within: number[] = [];
    for (let i = 0; i < rows.length; i++) if (chance() < growth.rows) within.push(i);
    for (let label = 0; label < labels; label++) {
      for (let i = 0; i < rows.length; i++) {
        const share = shares[i * labels + label] as number;
        const weight = weights[i] as number;
        slopes[i] = weight * ((truth[i] === label ? 1 : 0) - share);
        curves[i] = weight * share * (1 - share);
      }
      const columns = bins.keys().filter(() => chance() < growth.columns);
      const data: GrowthData = { bins, columns: [...columns], slopes, curves, growth };
      const { tree, leafOf } = growTree(data, Int32Array.from(within));
      trees.push({ label, ...tree });
      for (let i = 0; i < rows.length; i++) {
        const at = i * labels + label;
        scores[at] = (scores[at] as number) + (tree.leaves[leafOf(i)] as number);
      }
    }
  }
  return trees;
}

export function growWrittenTrees(examples: Examples, labels: number, growth: Growth): readonly WrittenTree[] {
  return growTrees(examples, labels, growth).map((tree) => {
    const { label, columns, above, no, yes, leaves } = tree;
    return [label, columns, above, no, yes, leaves];
  });
}

function evenOut(weights: ArrayLike<number>): Float64Array {
  const all = Float64Array.from(weights);
  const mean = all.reduce((sum, value) => sum + value, 0) / Math.max(1, all.length);
  return all.map((value) => value / mean);
}

/** The logarithm of each label's share: its score before any question. */
function priorOf(truth: ArrayLike<number>, weights: Float64Array, labels: number): readonly number[] {
  const sums: number[] = new Array(labels).fill(1e-3);
  for (let i = 0; i < truth.length; i++) {
    const label = truth[i] as number;
    sums[label] = (sums[label] as number) + (weights[i] as number);
  }
  const whole = sums.reduce((sum, value) => sum + value, 0);
  return sums.map((value) => Math.round(Math.log(value / whole) * 1e4) / 1e4);
}

function sharesInto(scores: Float64Array, labels: number, shares: Float64Array): void {
  const some = new Float64Array(labels);
  for (let at = 0; at < scores.length; at += labels) {
    for (let c = 0; c < labels; c++) some[c] = scores[at + c] as number;
    softmaxInto(some);
    shares.set(some, at);
  }
}
