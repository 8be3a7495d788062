/** Cases: the points of a sweep as what is explained, each with how often something held there; and orders by chance. */
import { nth, numberAt } from "../../problem/index.ts";
import { draw, keyOfText, runKey } from "../chance.ts";
import type { Plan } from "../sweep/index.ts";

/** Points with the values of the assumptions and what was seen at each. */
export interface Cases {
  readonly names: readonly string[];
  /** For each assumption its value at every point. */
  readonly columns: readonly Float64Array[];
  /** At every point: the share of futures in which it held, or the mean of a quantity. */
  readonly seen: Float64Array;
}

/**
 * The cases of a sweep: the points of its design, without the central one and those at which every future failed.
 *
 * @param counted how many futures each point has
 * @param sums what was seen, summed over the futures at each point
 */
export function casesOf(
  { over, values }: Pick<Plan, "values"> & { readonly over: readonly { readonly name: string }[] },
  counted: Float64Array,
  sums: Float64Array,
): Cases {
  const used = usedPoints(counted);
  return {
    names: over.map(({ name }) => name),
    columns: over.map((_, k) => Float64Array.from(used, (point) => nth(nth(values, point), k))),
    seen: Float64Array.from(used, (point) => numberAt(sums, point) / numberAt(counted, point)),
  };
}

/** The points of a design that have futures, without the central one. */
export function usedPoints(counted: Float64Array): readonly number[] {
  return Array.from(counted.keys()).filter((point) => point > 0 && numberAt(counted, point) > 0);
}

/** Numbers from 0 up, as many as there are points. */
export function placesOf({ seen }: Pick<Cases, "seen">): Int32Array {
  return Int32Array.from(seen, (_, k) => k);
}

/** The mean of what was seen at some points. */
export function meanAt(seen: Float64Array, places: Int32Array): number {
  let sum = 0;
  for (const place of places) sum += numberAt(seen, place);
  return places.length === 0 ? Number.NaN : sum / places.length;
}

/** The sum of squared distances of what was seen from its mean. */
export function squaresOf(seen: Float64Array): number {
  const mean = seen.reduce((sum, one) => sum + one, 0) / seen.length;
  return seen.reduce((sum, one) => sum + (one - mean) ** 2, 0);
}

const SHUFFLE = keyOfText("shuffle");

/** The numbers in the order that a seed and the shuffle's number give them (Fisher and Yates). */
export function shuffle(values: Float64Array, seed: number, number: number): Float64Array {
  const mixed = values.slice();
  const key = runKey(seed, number);
  for (let k = mixed.length - 1; k > 0; k--) {
    swap(mixed, k, Math.floor(draw(key, SHUFFLE, k, 0) * (k + 1)));
  }
  return mixed;
}

export function swap(values: Float64Array | Int32Array, one: number, other: number): void {
  const saved = numberAt(values, one);
  values[one] = numberAt(values, other);
  values[other] = saved;
}
