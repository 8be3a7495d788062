/** Flow: how weights move along a chain while time passes, by uniformisation (Jensen, Skandinavisk Aktuarietidskrift 36, 1953). */
import { type Chain, following, type Weights } from "./chain.ts";
import { poisson } from "./poisson.ts";
import { notExact } from "./why-not.ts";

/** What a length of time makes of weights. */
export interface Flow {
  readonly after: Weights;
  /** The weight with which the outcome was decided. */
  readonly decided: number;
  /** The integral of that weight over the time, in minutes. */
  readonly decidedTime: number;
  readonly counted: number;
  /** At most so much weight was left out. */
  readonly error: number;
}

/** So many multiplications at most are made for one length of time. */
const WORK = 4e9;

/**
 * Lets time pass. The chain is seen as one that jumps at a constant rate, sometimes to where it is; how often it jumps is
 * Poisson.
 *
 * @param length in minutes
 * @throws Problem `an obstacle` when the rates are so different from the length that it would take too long
 */
export function flow(chain: Chain, before: Weights, length: number): Flow {
  const ids = following(chain, before.keys());
  const rates = ids.map((id) => chain.ratesOf(id));
  const fastest = rates.reduce((most, { total }) => Math.max(most, total), 0);
  if (fastest === 0 || length === 0) return { after: before, decided: 0, decidedTime: 0, counted: 0, error: 0 };
  const { first, weights, error } = poisson(fastest * length);
  const jumps = jumpsOf(ids, rates, fastest);
  if ((first + weights.length) * (jumps.to.length + ids.length) > WORK) {
    const why = `${ids.length} states with up to ${first + weights.length} changes take too long: the delays are very short beside the horizon.`;
    throw notExact("too-much-work", why);
  }
  let now = Float64Array.from(ids, (id) => before.get(id) ?? 0);
  let next = new Float64Array(ids.length);
  const after = new Float64Array(ids.length);
  let decidedNow = 0;
  let [decided, decidedTime, counted, elapsed] = [0, 0, 0, 0];
  /** The chance of more jumps than so far. */
  let more = 1;
  for (let n = 0; n < first + weights.length; n++) {
    const weight = n < first ? 0 : (weights[n - first] ?? 0);
    for (let k = 0; k < now.length; k++) after[k] = (after[k] ?? 0) + weight * (now[k] ?? 0);
    decided += weight * decidedNow;
    more = Math.max(0, more - weight);
    decidedTime += (more / fastest) * decidedNow;
    elapsed += more / fastest;
    next.fill(0);
    const jump = jumps.make(now, next);
    counted += more * jump.counted;
    decidedNow += jump.decided;
    if (!jump.changed) {
      // Nothing can happen any more: all later numbers of jumps leave the same.
      for (let k = 0; k < now.length; k++) after[k] = (after[k] ?? 0) + more * (now[k] ?? 0);
      decided += more * decidedNow;
      decidedTime += Math.max(0, length - elapsed) * decidedNow;
      break;
    }
    [now, next] = [next, now];
  }
  return { after: new Map(ids.map((id, k) => [id, after[k] ?? 0])), decided, decidedTime, counted, error };
}

/** The jumps of the uniformised chain, in flat arrays. */
function jumpsOf(
  ids: readonly number[],
  rates: readonly { to: readonly number[]; rate: readonly number[]; total: number; decided: number; counted: number }[],
  fastest: number,
) {
  const place = new Map(ids.map((id, k) => [id, k]));
  const start = new Int32Array(ids.length + 1);
  for (const [k, { to }] of rates.entries()) start[k + 1] = (start[k] ?? 0) + to.length;
  const to = Int32Array.from(rates.flatMap((one) => one.to.map((id) => place.get(id) ?? 0)));
  const share = Float64Array.from(rates.flatMap(({ rate }) => rate.map((one) => one / fastest)));
  const [stay, decides, counts] = [
    Float64Array.from(rates, ({ total }) => 1 - total / fastest),
    Float64Array.from(rates, (one) => one.decided / fastest),
    Float64Array.from(rates, (one) => one.counted / fastest),
  ];
  return {
    to,
    /** One jump: adds to `next`, which is empty, what becomes of `now`. */
    make: (now: Float64Array, next: Float64Array) => {
      let [decided, counted, changed] = [0, 0, false];
      for (let k = 0; k < now.length; k++) {
        const weight = now[k] ?? 0;
        if (weight === 0) continue;
        next[k] = (next[k] ?? 0) + weight * (stay[k] ?? 0);
        decided += weight * (decides[k] ?? 0);
        counted += weight * (counts[k] ?? 0);
        if ((stay[k] ?? 0) < 1 || (counts[k] ?? 0) > 0) changed = true;
        for (let edge = start[k] ?? 0; edge < (start[k + 1] ?? 0); edge++) {
          const at = to[edge] ?? 0;
          next[at] = (next[at] ?? 0) + weight * (share[edge] ?? 0);
        }
      }
      return { decided, counted, changed };
    },
  };
}
