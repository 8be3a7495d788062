/** Free names: a name as it is, or with the first number behind it that makes it new. */

/**
 * The first of `name`, `name-2`, `name-3`, … that is not taken.
 *
 * @example
 * ```ts
 * import { freeName } from "demarche";
 * freeName("tried", (name) => name === "tried"); // => "tried-2"
 * ```
 */
export function freeName(name: string, isTaken: (name: string) => boolean): string {
  let free = name;
  for (let k = 2; isTaken(free); k++) free = `${name}-${k}`;
  return free;
}
