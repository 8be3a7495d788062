/** Growing one tree: the leaf that gains most by a question is parted next, until there are enough leaves. */
import type { Tree } from "../../calibrated/index.ts";
import { BINS, type Bins } from "./bins.ts";

export interface Growth {
  readonly rounds: number;
  readonly leaves: number;
  readonly least: number;
  /** The share of each tree that is believed. */
  readonly rate: number;
  /** Added to the curvature of each leaf: the higher, the less a leaf of few rows says. */
  readonly penalty: number;
  /** The share of the columns that each tree may ask, and of the rows that each round is grown on. */
  readonly columns: number;
  readonly rows: number;
}

/** What a tree is grown on: columns, those that it may ask, and each row's slope and curvature. */
export interface GrowthData {
  readonly bins: readonly Bins[];
  readonly columns: readonly number[];
  readonly slopes: Float64Array;
  readonly curves: Float64Array;
  readonly growth: Growth;
}

interface Question {
  readonly gain: number;
  readonly column: number;
  readonly bin: number;
}

interface Leaf {
  readonly rows: Int32Array;
  readonly best: Question;
  /** The question above it and the answer that leads to it; -1 at the root. */
  readonly above: number;
  readonly isYes: boolean;
}

/** A tree without its label, and the leaf to which each row comes. */
export function growTree(
  data: GrowthData,
  rows: Int32Array,
): { readonly tree: Omit<Tree, "label">; readonly leafOf: (row: number) => number } {
  const { bins, growth } = data;
  const [columns, cuts, no, yes]: [number[], number[], number[], number[]] = [[], [], [], []];
  const leaves: Leaf[] = [{ rows, best: bestQuestion(data, rows), above: -1, isYes: false }];
  while (leaves.length < growth.leaves) {
    const place = leaves.reduce((top, { best }, k) => (best.gain > (leaves[top] as Leaf).best.gain ? k : top), 0);
    const { rows: within, best, above, isYes } = leaves[place] as Leaf;
    if (best.gain <= 0) break;
    const question = columns.length;
    if (above >= 0) (isYes ? yes : no)[above] = question;
    columns.push(best.column);
    cuts.push(best.bin);
    const { of } = bins[best.column] as Bins;
    // No question is asked of the last leaves.
    const isLast = leaves.length === growth.leaves - 1;
    const [low, high] = splitRows(within, of, best.bin).map((part, k) => ({
      rows: part,
      best: isLast ? NONE : bestQuestion(data, part),
      above: question,
      isYes: k === 1,
    }));
    leaves.splice(place, 1, low as Leaf, high as Leaf);
  }
  for (const [k, { above, isYes }] of leaves.entries()) if (above >= 0) (isYes ? yes : no)[above] = -1 - k;
  const leafOf = (row: number): number => {
    let at = columns.length === 0 ? -1 : 0;
    while (at >= 0) {
      const { of } = bins[columns[at] as number] as Bins;
      at = ((of[row] as number) > (cuts[at] as number) ? yes[at] : no[at]) as number;
    }
    return -1 - at;
  };
  const above = cuts.map((bin, k) => (bins[columns[k] as number] as Bins).edges[bin] as number);
  return {
    tree: { columns, above, no, yes, leaves: leaves.map(({ rows: within }) => stepOf(data, within)) },
    leafOf,
  };
}

/** Rows up to a bin and beyond it, in their order. */
function splitRows(rows: Int32Array, of: Uint8Array, bin: number): readonly [Int32Array, Int32Array] {
  const [low, high] = [new Int32Array(rows.length), new Int32Array(rows.length)];
  let [lows, highs] = [0, 0];
  for (let r = 0; r < rows.length; r++) {
    const i = rows[r] as number;
    if ((of[i] as number) <= bin) low[lows++] = i;
    else high[highs++] = i;
  }
  return [low.subarray(0, lows), high.subarray(0, highs)];
}

/** Newton's step of a leaf, believed a little. */
function stepOf({ slopes, curves, growth: { rate, penalty } }: GrowthData, rows: Int32Array): number {
  let [slope, curve] = [0, 0];
  for (const i of rows) {
    slope += slopes[i] as number;
    curve += curves[i] as number;
  }
  return Math.round(((rate * slope) / (curve + penalty)) * 1e3) / 1e3;
}

const NONE: Question = { gain: 0, column: -1, bin: 0 };
const SUMS = new Float64Array(BINS * 3);

/** The question that lowers the loss of a leaf most. */
function bestQuestion({ bins, columns, slopes, curves, growth }: GrowthData, rows: Int32Array): Question {
  let best = NONE;
  if (rows.length < 2 * growth.least) return best;
  for (const column of columns) {
    const { of, edges } = bins[column] as Bins;
    SUMS.fill(0);
    for (let r = 0; r < rows.length; r++) {
      const i = rows[r] as number;
      const at = (of[i] as number) * 3;
      SUMS[at] = (SUMS[at] as number) + (slopes[i] as number);
      SUMS[at + 1] = (SUMS[at + 1] as number) + (curves[i] as number);
      SUMS[at + 2] = (SUMS[at + 2] as number) + 1;
    }
    let [slope, curve] = [0, 0];
    for (let b = 0; b <= edges.length; b++) {
      slope += SUMS[b * 3] as number;
      curve += SUMS[b * 3 + 1] as number;
    }
    const before = (slope * slope) / (curve + growth.penalty);
    let [low, lowCurve, count] = [0, 0, 0];
    for (let b = 0; b < edges.length; b++) {
      low += SUMS[b * 3] as number;
      lowCurve += SUMS[b * 3 + 1] as number;
      count += SUMS[b * 3 + 2] as number;
      if (count < growth.least) continue;
      if (rows.length - count < growth.least) break;
      const high = slope - low;
      const after = (low * low) / (lowCurve + growth.penalty) + (high * high) / (curve - lowCurve + growth.penalty);
      if (after - before > best.gain + 1e-9) best = { gain: after - before, column, bin: b };
    }
  }
  return best;
}
