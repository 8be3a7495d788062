/** Between: of which relation of a file something is said. */
import type { Dyad } from "../machine/index.ts";

/** What may be said of one relation. */
export interface Between {
  /** Its two parties, in any order; absent where it is said of the main one. */
  readonly between?: readonly [string, string];
}

/** Whether a pair is the two of a relation. */
export function isBetween([one, other]: readonly [string, string], { a, b }: Dyad): boolean {
  return (one === a && other === b) || (one === b && other === a);
}
