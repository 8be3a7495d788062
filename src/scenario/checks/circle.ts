/** Circles of causes: events that are each other's cause. */

/** Causes that are looked at for all circles of a file together; a file with more has other troubles. */
const MOST = 100_000;

/**
 * A search for circles through an event and one of its causes.
 *
 * @param because the causes of every event
 * @returns from an event and its cause: the ids around the circle, the event first and last; undefined without one
 */
export function circleFinder(
  because: ReadonlyMap<string, readonly string[]>,
): (effect: string, cause: string) => readonly string[] | undefined {
  let left = MOST;
  return (effect, cause) => {
    const effectOf = new Map([[cause, effect]]);
    for (const id of effectOf.keys()) {
      if (id === effect || left <= 0) break;
      for (const one of because.get(id) ?? []) if (!effectOf.has(one)) effectOf.set(one, id);
      left -= 1;
    }
    return effectOf.has(effect) ? around(effect, effectOf) : undefined;
  };
}

function around(start: string, effectOf: ReadonlyMap<string, string>): readonly string[] {
  const way = [start];
  for (let id = effectOf.get(start); id !== undefined && id !== start; id = effectOf.get(id)) way.unshift(id);
  return [start, ...way];
}
