/** Flow: how weights move along a chain while time passes, by uniformisation (Jensen, Skandinavisk Aktuarietidskrift 36, 1953). */
import { addAt, numberAt, present } from "../../problem/index.ts";
import { type Chain, type Rates, reachableFrom, type Weights } from "./chain.ts";
import { notExact } from "./obstacles.ts";
import { poisson } from "./poisson.ts";

export interface Flow {
  readonly after: Weights;
  readonly decided: number;
  /** The integral of that weight over the time, in minutes. */
  readonly decidedTime: number;
  readonly counted: number;
  /** The maximum weight that was left out. */
  readonly error: number;
}

/** The maximum number of multiplications for one length of time. */
const MAX_MULTIPLICATIONS = 4e9;

/**
 * Lets time pass. The chain is seen as one that jumps at a constant rate, sometimes to where it is; how often it jumps is
 * Poisson.
 *
 * @param length in minutes
 * @throws Problem `an obstacle` when the rates are so different from the length that it would take too long
 */
export function flow(chain: Chain, before: Weights, length: number): Flow {
  const ids = reachableFrom(chain, before.keys());
  const rates = ids.map((id) => chain.ratesOf(id));
  const fastest = rates.reduce((most, { total }) => Math.max(most, total), 0);
  if (fastest === 0 || length === 0) return { after: before, decided: 0, decidedTime: 0, counted: 0, error: 0 };
  const { first, weights, error } = poisson(fastest * length);
  const jumps = jumpsOf(ids, rates, fastest);
  if ((first + weights.length) * (jumps.to.length + ids.length) > MAX_MULTIPLICATIONS) {
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
    const weight = n < first ? 0 : numberAt(weights, n - first);
    for (let k = 0; k < now.length; k++) addAt(after, k, weight * numberAt(now, k));
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
      for (let k = 0; k < now.length; k++) addAt(after, k, more * numberAt(now, k));
      decided += more * decidedNow;
      decidedTime += Math.max(0, length - elapsed) * decidedNow;
      break;
    }
    [now, next] = [next, now];
  }
  return { after: new Map(ids.map((id, k) => [id, numberAt(after, k)])), decided, decidedTime, counted, error };
}

/** The jumps of the uniformised chain, in flat arrays. */
function jumpsOf(ids: readonly number[], rates: readonly Rates[], fastest: number) {
  const place = new Map(ids.map((id, k) => [id, k]));
  const start = new Int32Array(ids.length + 1);
  for (const [k, { to }] of rates.entries()) start[k + 1] = numberAt(start, k) + to.length;
  const to = Int32Array.from(
    rates.flatMap((row) => row.to.map((id) => present(place.get(id), "state that is followed"))),
  );
  const share = Float64Array.from(rates.flatMap(({ rate }) => rate.map((one) => one / fastest)));
  const stay = Float64Array.from(rates, ({ total }) => 1 - total / fastest);
  const decides = Float64Array.from(rates, ({ decided }) => decided / fastest);
  const counts = Float64Array.from(rates, ({ counted }) => counted / fastest);
  return {
    to,
    /** One jump: adds to `next`, which is empty, what becomes of `now`. */
    make: (now: Float64Array, next: Float64Array) => {
      let [decided, counted, changed] = [0, 0, false];
      for (let k = 0; k < now.length; k++) {
        const weight = numberAt(now, k);
        if (weight === 0) continue;
        addAt(next, k, weight * numberAt(stay, k));
        decided += weight * numberAt(decides, k);
        counted += weight * numberAt(counts, k);
        if (numberAt(stay, k) < 1 || numberAt(counts, k) > 0) changed = true;
        for (let edge = numberAt(start, k); edge < numberAt(start, k + 1); edge++) {
          addAt(next, numberAt(to, edge), weight * numberAt(share, edge));
        }
      }
      return { decided, counted, changed };
    },
  };
}
