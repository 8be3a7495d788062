/** Futures that were cut: noted wherever numbers of futures are shown. */
import { formatCount, type Part, prose } from "../../render/index.ts";

/** How many futures there were, and how many of them the bound on events ended. */
export interface CutFutures {
  readonly futures: number;
  readonly bounded: number;
}

/** A sentence that says how many of all these futures were cut; undefined where none was. */
export function cutText(...some: readonly CutFutures[]): string | undefined {
  const sum = (key: keyof CutFutures): number => some.reduce((total, one) => total + one[key], 0);
  const bounded = sum("bounded");
  if (bounded === 0) return undefined;
  return `${formatCount(bounded)} of ${formatCount(sum("futures"))} futures were cut at the bound on events: no number here includes what would have come after it.`;
}

/** The same as a part of a document. */
export function cutParts(...some: readonly CutFutures[]): readonly Part[] {
  const text = cutText(...some);
  return text === undefined ? [] : [prose(text, "warn")];
}
