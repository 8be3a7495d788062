/** Columns in bins: a tree asks only at the edges of a few, so that growing it needs sums and no sorting. */
import { nth } from "../../problem/index.ts";

/** A column in bins: which bin each row is in, and the highest value of each bin but the last. */
export interface Bins {
  readonly of: Uint8Array;
  readonly edges: readonly number[];
}

export const BINS = 32;

/** Parts a column at its quantiles. */
export function binsOf(rows: readonly ArrayLike<number>[], column: number): Bins {
  const sorted = Float64Array.from(rows, (row) => row[column] as number).sort();
  const distinct = [...new Set(sorted)];
  const highest = distinct.length <= BINS ? distinct : quantilesOf(sorted);
  const edges = highest.slice(0, -1).map(shorten);
  const of = Uint8Array.from(rows, (row) => {
    const value = row[column] as number;
    let bin = 0;
    while (bin < edges.length && value > (edges[bin] as number)) bin += 1;
    return bin;
  });
  return { of, edges };
}

/** As short as it can be written; rounded up, so that the value itself is not above it. */
function shorten(value: number): number {
  return Math.ceil(value * 1e3) / 1e3;
}

/** The different quantiles of a column that is sorted, one for each bin. */
function quantilesOf(sorted: Float64Array): readonly number[] {
  const places = Array.from({ length: BINS }, (_, k) => Math.ceil(((k + 1) * sorted.length) / BINS) - 1);
  return [...new Set(places.map((place) => nth(sorted, place)))];
}
