/** Minimal: the smallest part of a list that still does it, found by leaving out ever smaller pieces. */

/** How hard it is tried. */
export interface MinimalLimits {
  /** Maximum number of lists that are tried; then the best so far is the result. Without limit by default. */
  readonly tries?: number;
}

/**
 * Leaves items out of a list for as long as a condition holds of what remains. What is given is 1-minimal: without
 * any one of its items the condition no longer holds. Zeller and Hildebrandt's delta debugging (2002), by complements:
 * halves are left out first, so that a long list takes few questions where little of it matters.
 *
 * @param items what the condition holds of; order is kept
 * @param holds asked about parts of the list, never about one twice in a row; must not depend on anything else
 * @throws RangeError when the condition does not hold of the whole list
 * @example
 * ```ts
 * import { minimal } from "demarche";
 * minimal([1, 2, 3, 4, 5], (some) => some.includes(2) && some.includes(5)); // => [2, 5]
 * ```
 */
export function minimal<T>(
  items: readonly T[],
  holds: (some: readonly T[]) => boolean,
  { tries = Number.POSITIVE_INFINITY }: MinimalLimits = {},
): readonly T[] {
  if (!holds(items)) throw new RangeError("The condition does not hold of the whole list: there is nothing to reduce.");
  let least = items;
  let questions = 1;
  let size = Math.max(1, Math.ceil(items.length / 2));
  let from = 0;
  // How many neighbouring pieces could not be left out since the last one that could.
  let stuck = 0;
  while (least.length > 0 && questions < tries) {
    const without = least.toSpliced(from, size);
    questions += 1;
    if (holds(without)) {
      least = without;
      stuck = 0;
    } else {
      from += size;
      stuck += size;
    }
    if (from >= least.length) from = 0;
    if (stuck < least.length) continue;
    if (size === 1) break;
    size = Math.ceil(size / 2);
    from = 0;
    stuck = 0;
  }
  return least;
}
