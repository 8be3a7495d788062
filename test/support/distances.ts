/** How far every situation is from one, by steps of some events: from the enumeration, with nothing of src/search. */
import { type ChartEvent, keyOf, type Situation, symbols } from "../../src/machine/index.ts";
import { reachable, situations } from "./reachable.ts";

const numbers = new Map(situations.map((situation, id) => [keyOf(situation), id]));

/** For each situation of the enumeration its distance; Infinity where there is no way. */
export function distancesFrom(from: Situation, may: (event: ChartEvent) => boolean): Float64Array {
  const distances = new Float64Array(situations.length).fill(Number.POSITIVE_INFINITY);
  const allowed = [...symbols.keys()].filter((k) => symbols[k] !== undefined && may(symbols[k]));
  const start = numbers.get(keyOf(from)) ?? -1;
  distances[start] = 0;
  let front = [start];
  for (let distance = 1; front.length > 0; distance++) {
    const next: number[] = [];
    for (const id of front) {
      for (const symbol of allowed) {
        const to = reachable.table.next(id, symbol);
        if (distances[to] !== Number.POSITIVE_INFINITY) continue;
        distances[to] = distance;
        next.push(to);
      }
    }
    front = next;
  }
  return distances;
}
