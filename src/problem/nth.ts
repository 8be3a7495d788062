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
