/** How far every situation is from one, by steps of some events: from the enumeration, with nothing of src/search. */
import { type ChartEvent, keyOf, type Situation, symbols } from "../../src/machine/index.ts";
import { reachable, situations } from "./reachable.ts";

const numbers = new Map(situations.map((situation, id) => [keyOf(situation), id]));

/** For each situation of the enumeration its distance; Infinity where there is no way. */
export function distancesFrom(from: Situation, may: (event: ChartEvent) => boolean): Float64Array {
  const distances = new Float64Array(situations.length).fill(Number.POSITIVE_INFINITY);
  const allowed = [...symbols.keys()].filter((k) => symbols[k] !== undefined && may(symbols[k]));
  const start = numbers.get(keyOf(from)) ?? -1;
  let front = [start];
  for (let distance = 0; front.length > 0; distance++) {
    for (const id of front) distances[id] = distance;
    const next = front.flatMap((id) => allowed.map((symbol) => reachable.table.next(id, symbol)));
    front = [...new Set(next)].filter((id) => distances[id] === Number.POSITIVE_INFINITY);
  }
  return distances;
}
