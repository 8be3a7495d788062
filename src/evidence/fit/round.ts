/** Numbers of a model as they are written: as many digits as matter. */
import type { Tree, WrittenTree } from "../../calibrated/index.ts";

/** Effects to three decimals: the thousandth part of an effect moves no chance by more than that. */
export function rounded(values: ArrayLike<number>): readonly number[] {
  return Array.from(values, (value) => Math.round(value * 1e3) / 1e3 + 0);
}

/** A tree as it is written. */
export function written({ label, columns, above, no, yes, leaves }: Tree): WrittenTree {
  return [label, columns, above, no, yes, leaves];
}
