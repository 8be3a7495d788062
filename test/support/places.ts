/** The places of a value, such as a file holds, each with what stands there and how to put something else in. */

export interface Place {
  readonly path: readonly string[];
  readonly value: unknown;
  readonly put: (value: unknown) => void;
}

/** Every place within a value, from the outside in; what stands in several is looked into once. */
export function placesIn(
  holder: object,
  path: readonly string[] = [],
  seen: Set<unknown> = new Set(),
): readonly Place[] {
  return Object.entries(holder).flatMap(([key, value]): readonly Place[] => {
    const put = (other: unknown): void => {
      Object.defineProperty(holder, key, { value: other, enumerable: true, configurable: true, writable: true });
    };
    const own: Place = { path: [...path, key], value, put };
    if (typeof value !== "object" || value === null || seen.has(value)) return [own];
    seen.add(value);
    return [own, ...placesIn(value, own.path, seen)];
  });
}

/** A copy of a value with another in one of its places. */
export function withValueAt<Value extends object>(value: Value, path: readonly string[], other: unknown): Value {
  const copy = structuredClone(value);
  const place = placesIn(copy).find((one) => one.path.join(".") === path.join("."));
  if (place === undefined) throw new Error(`There is no ${path.join(".")} in it.`);
  place.put(other);
  return copy;
}
