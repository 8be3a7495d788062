/** Values that may be anything: what they are, what stands in them, and the same with some of it changed. */
import type { Path } from "./diagnostic.ts";

/** Whether a value is a mapping. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a path; undefined where there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    return Reflect.get(value, step);
  }, root);
}

/** The items of a list; none where it is no list. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A list with its items changed. Anything else, or a list in which no item changes, stays the same. */
export function mapList(value: unknown, change: (item: unknown, place: number) => unknown): unknown {
  if (!Array.isArray(value)) return value;
  const items = value.map((item: unknown, k) => change(item, k));
  return items.every((item, k) => item === value[k]) ? value : items;
}

/** A mapping with its values changed. Anything else, or a mapping in which no value changes, stays the same. */
export function mapParts(value: unknown, change: (part: unknown, key: string) => unknown): unknown {
  if (!isRecord(value)) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, change(part, key)] as const);
  return parts.every(([key, part]) => part === value[key]) ? value : Object.fromEntries(parts);
}

/** A mapping with every value converted. */
export function mapValues<T, U>(record: Readonly<Record<string, T>> = {}, change: (part: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, part]) => [key, change(part)]));
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The same object without keys whose value is undefined. */
export function dropUndefined<T extends object>(parts: T): Defined<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Defined<T>;
}
