/** Values that may be anything: what they are, what stands in them, and the same with some of it changed. */
import type { Path } from "./diagnostic.ts";

/** Whether a value is a mapping. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A scalar as text. Anything else has none: what a file holds may have a `toString` that is no function. */
export function scalarText(value: unknown): string {
  return typeof value === "object" || typeof value === "function" ? "" : String(value);
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

/** A list with its items changed. What is no list, or where none changes, stays the same. */
export function inList(value: unknown, change: (item: unknown, place: number) => unknown): unknown {
  if (!Array.isArray(value)) return value;
  const items = value.map((item: unknown, k) => change(item, k));
  return items.every((item, k) => item === value[k]) ? value : items;
}

/** A mapping with its parts changed, likewise. */
export function inMapping(value: unknown, change: (part: unknown, key: string) => unknown): unknown {
  if (!isRecord(value)) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, change(part, key)] as const);
  return parts.every(([key, part]) => part === value[key]) ? value : Object.fromEntries(parts);
}

/** A mapping with each of its parts as something else. */
export function mapped<T, U>(record: Readonly<Record<string, T>> = {}, change: (part: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, part]) => [key, change(part)]));
}

type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the keys that have no value. */
export function given<T extends object>(parts: T): Given<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Given<T>;
}
