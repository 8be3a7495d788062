/** Cross-validation: cases are dealt to folds whole, so that nothing of a case is fitted and scored at once. */
import { countAt } from "../../problem/index.ts";

const FOLDS = 5;

export interface InCase {
  /** The confrontation or the crisis. */
  readonly group: number;
}

export function casesIn(things: readonly InCase[]): number {
  return new Set(things.map(({ group }) => group)).size;
}

/** For each case its fold: the largest first, each to the fold that holds the least. Nothing is drawn. */
function foldsOf(things: readonly InCase[], count: number): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const { group } of things) countAt(sizes, group);
  const held: number[] = new Array(count).fill(0);
  const largestFirst = [...sizes].toSorted(([one, size], [other, otherSize]) => otherSize - size || one - other);
  return new Map(
    largestFirst.map(([group, size]) => {
      const fold = held.indexOf(Math.min(...held));
      held[fold] = (held[fold] as number) + size;
      return [group, fold];
    }),
  );
}

/** What each thing is said to be by what was fitted to the other folds. */
export function crossValidated<T extends InCase>(
  things: readonly T[],
  fitted: (some: readonly T[]) => (one: T) => Float64Array,
  count: number = FOLDS,
): readonly Float64Array[] {
  const folds = foldsOf(things, count);
  const said: Float64Array[] = new Array(things.length);
  for (let fold = 0; fold < count; fold++) {
    const say = fitted(things.filter(({ group }) => folds.get(group) !== fold));
    for (const [k, one] of things.entries()) if (folds.get(one.group) === fold) said[k] = say(one).slice();
  }
  return said;
}
