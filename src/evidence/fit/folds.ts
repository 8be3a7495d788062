/** Cross-validation: cases are dealt to folds whole, so that nothing of a case is fitted and scored at once. */
import { countAt } from "../../problem/index.ts";

const FOLDS = 5;

export interface CaseMember {
  /** The confrontation or the crisis. */
  readonly group: number;
}

export function casesIn(things: readonly CaseMember[]): number {
  return new Set(things.map(({ group }) => group)).size;
}

/** For each case its fold: the largest first, each to the fold that holds the least. Nothing is drawn. */
function foldsOf(things: readonly CaseMember[], count: number): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const { group } of things) countAt(sizes, group);
  const foldSizes: number[] = new Array(count).fill(0);
  const largestFirst = [...sizes].toSorted(([one, size], [other, otherSize]) => otherSize - size || one - other);
  return new Map(
    largestFirst.map(([group, size]) => {
      const fold = foldSizes.indexOf(Math.min(...foldSizes));
      foldSizes[fold] = (foldSizes[fold] as number) + size;
      return [group, fold];
    }),
  );
}

/** The prediction for each item by what was fitted to the other folds. */
export function crossValidate<T extends CaseMember>(
  things: readonly T[],
  fitModel: (some: readonly T[]) => (one: T) => Float64Array,
  count: number = FOLDS,
): readonly Float64Array[] {
  const folds = foldsOf(things, count);
  const predictions: Float64Array[] = new Array(things.length);
  for (let fold = 0; fold < count; fold++) {
    const predict = fitModel(things.filter(({ group }) => folds.get(group) !== fold));
    for (const [k, one] of things.entries()) if (folds.get(one.group) === fold) predictions[k] = predict(one).slice();
  }
  return predictions;
}
