/** What of an event can be had without its schema, so that a fold needs none. */
import type { Claim } from "./claim.ts";

/** The lists that every event has. */
interface Lists {
  readonly to: string[];
  readonly because: string[];
  readonly cite: string[];
  readonly claims: Claim[];
}

/** The envelope's lists, empty: what an event that does not mention them has. */
export function emptyLists(): Lists {
  return { to: [], because: [], cite: [], claims: [] };
}

/** The lowest and the highest that a count known exactly or as a range can be. */
export function boundsOf(count: number | readonly [number, number]): readonly [low: number, high: number] {
  return typeof count === "number" ? [count, count] : count;
}
