/** Shuffles: the same numbers in another order by chance, for asking what one would see if nothing were there. */
import { numberAt } from "../../problem/index.ts";
import { draw, keyOfText, runKey } from "../chance.ts";

const SHUFFLE = keyOfText("shuffle");

/** The numbers in the order that a seed and the shuffle's number give them (Fisher and Yates). */
export function shuffled(values: Float64Array, seed: number, number: number): Float64Array {
  const mixed = values.slice();
  const key = runKey(seed, number);
  for (let k = mixed.length - 1; k > 0; k--) {
    const other = Math.floor(draw(key, SHUFFLE, k, 0) * (k + 1));
    const one = numberAt(mixed, k);
    mixed[k] = numberAt(mixed, other);
    mixed[other] = one;
  }
  return mixed;
}
