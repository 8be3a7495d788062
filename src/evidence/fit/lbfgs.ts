/** Minimising a smooth function of many numbers: limited-memory BFGS (Nocedal 1980) with backtracking. */

/** A function to minimise: its value at a point, and its slope there, which it writes into `slope`. */
export type Slope = (point: Float64Array, slope: Float64Array) => number;

const MAX_PAIRS = 8;

/** The share of the promised descent that a step must keep (Armijo). */
const ARMIJO_SHARE = 1e-4;

interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly inverse: number;
}

/**
 * The point at which a function is least, as near as the steps come to it. Deterministic.
 *
 * @param tolerance it ends where no slope is steeper, or a step gains less than this share of the value
 */
export function minimise(of: Slope, start: Float64Array, steps = 200, tolerance = 1e-4): Float64Array {
  let point = start.slice();
  let slope = new Float64Array(point.length);
  let value = of(point, slope);
  const pairs: Pair[] = [];
  for (let k = 0; k < steps && steepest(slope) > tolerance; k++) {
    const way = directionOf(slope, pairs);
    const descent = dot(way, slope);
    let length = pairs.length === 0 ? Math.min(1, 1 / steepest(slope)) : 1;
    const next = new Float64Array(point.length);
    const nextSlope = new Float64Array(point.length);
    let nextValue = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 30; attempt++, length /= 2) {
      for (let j = 0; j < next.length; j++) next[j] = (point[j] as number) + length * (way[j] as number);
      nextValue = of(next, nextSlope);
      if (nextValue <= value + ARMIJO_SHARE * length * descent) break;
    }
    if (!(nextValue < value)) break;
    const [step, change] = [difference(next, point), difference(nextSlope, slope)];
    const curvature = dot(step, change);
    if (curvature > 1e-12) pairs.push({ step, change, inverse: 1 / curvature });
    if (pairs.length > MAX_PAIRS) pairs.shift();
    const gain = value - nextValue;
    [point, slope, value] = [next, nextSlope, nextValue];
    if (gain < tolerance * 1e-2 * Math.abs(value)) break;
  }
  return point;
}

/** Against the slope, bent by what the last steps tell of the curvature. */
function directionOf(slope: Float64Array, pairs: readonly Pair[]): Float64Array {
  const way = slope.slice();
  const shares = new Float64Array(pairs.length);
  for (const [k, { step, change, inverse }] of [...pairs.entries()].reverse()) {
    const share = inverse * dot(step, way);
    shares[k] = share;
    add(way, -share, change);
  }
  const last = pairs.at(-1);
  const scale = last === undefined ? 1 : 1 / (last.inverse * dot(last.change, last.change));
  for (let j = 0; j < way.length; j++) way[j] = (way[j] as number) * scale;
  for (const [k, { step, change, inverse }] of pairs.entries()) {
    add(way, (shares[k] as number) - inverse * dot(change, way), step);
  }
  for (let j = 0; j < way.length; j++) way[j] = -(way[j] as number);
  return way;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < one.length; j++) sum += (one[j] as number) * (other[j] as number);
  return sum;
}

function add(to: Float64Array, times: number, what: Float64Array): void {
  for (let j = 0; j < to.length; j++) to[j] = (to[j] as number) + times * (what[j] as number);
}

function difference(one: Float64Array, other: Float64Array): Float64Array {
  return one.map((value, j) => value - (other[j] as number));
}

function steepest(slope: Float64Array): number {
  let highest = 0;
  for (const value of slope) highest = Math.max(highest, Math.abs(value));
  return highest;
}
