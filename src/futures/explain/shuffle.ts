/** Shuffles: the same numbers in another order by chance, for asking what one would see if nothing were there. */
import { draw, keyOfText, runKey } from "../chance.ts";

const SHUFFLE = keyOfText("shuffle");

/** The numbers in the order that a seed and the shuffle's number give them (Fisher and Yates). */
export function shuffled(values: Float64Array, seed: number, number: number): Float64Array {
  const mixed = values.slice();
  const key = runKey(seed, number);
  for (let k = mixed.length - 1; k > 0; k--) {
    const other = Math.floor(draw(key, SHUFFLE, k, 0) * (k + 1));
    const one = mixed[k] ?? 0;
    mixed[k] = mixed[other] ?? 0;
    mixed[other] = one;
  }
  return mixed;
}
