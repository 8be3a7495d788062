/** Numbers of a model as they are written: as many digits as matter. */
import type { Tree, WrittenTree } from "../../calibrated/index.ts";

/** How many decimals an effect keeps: what is left out of an effect moves no chance by a greater part of it than that. */
export function rounded(values: ArrayLike<number>, decimals = 3): readonly number[] {
  return Array.from(values, (value) => Number(value.toFixed(decimals)) + 0);
}

/** A tree as it is written. */
export function written({ label, columns, above, no, yes, leaves }: Tree): WrittenTree {
  return [label, columns, above, no, yes, leaves];
}
