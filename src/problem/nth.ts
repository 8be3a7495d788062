/** The item at a place where there must be one: a wrong place shows itself where it is used, not in a wrong result. */

/**
 * The item at a place of a list, for places that our own code has worked out. Where an item may be missing for a good
 * reason, ask `items[place]`.
 *
 * @throws RangeError where there is none: a defect of ours
 */
export function nth<T>(items: ArrayLike<T>, place: number): T {
  const item = items[place];
  if (item === undefined) throw missing(items, place);
  return item;
}

/** The defect of a place at which nothing stands, for loops that look a place up themselves. */
export function missing({ length }: ArrayLike<unknown>, place: number): RangeError {
  return new RangeError(`Nothing stands at place ${place} of ${length}: a defect of ours.`);
}

/**
 * What must be there, where a map, a record or a search would say `undefined` too.
 *
 * @param what it is, for the message of the defect
 */
export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no ${what}: a defect of ours.`);
  return value;
}

/** Numbers that stand in flat arrays for speed. */
type Numbers = Float64Array | Int32Array | Uint8Array;

/** The same as {@link nth} for numbers: loops that ask it millions of times stay as fast as those that ask nothing. */
export function numberAt(numbers: Numbers, place: number): number {
  const number = numbers[place];
  if (number === undefined) throw missing(numbers, place);
  return number;
}

/**
 * Adds to the number at a place.
 *
 * @throws RangeError where there is none: a defect of ours
 */
export function addAt(numbers: Numbers, place: number, more: number): void {
  numbers[place] = numberAt(numbers, place) + more;
}

/** Adds to the number that is counted for a key; what was not counted yet begins at nought. */
export function countAt<Key>(counts: Map<Key, number>, key: Key, more = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}
