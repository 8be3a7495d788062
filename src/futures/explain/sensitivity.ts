/** Sensitivity: which share of what differs between the points of a sweep each assumption by itself accounts for, by quantity. */
import { addAt, nth, numberAt } from "../../problem/index.ts";
import { varianceOf } from "../statistics.ts";
import type { Quantity, SweepSummary } from "../sweep/index.ts";
import { type Cases, shuffle, squaresOf, usedPoints } from "./cases.ts";

/** How far one assumption by itself decides. */
export interface Sensitivity {
  readonly name: string;
  /**
   * The first-order index Var(E[Y|X]) / Var(Y) (Saltelli et al., Global Sensitivity Analysis, 2008), from the means of
   * classes of X, corrected for the classes (Kelley's epsilon squared, 1935); noise makes it fall on both sides of 0.
   */
  readonly share: number;
  /** What 95 % of orders by chance stay below. A share that is not above it may be noise. */
  readonly noise: number;
  /** The mean of what was seen in each class, from its lowest values to its highest. */
  readonly means: readonly number[];
}

/** The maximum number of classes, and the minimum number of points in each. */
const MAX_CLASSES = 10;
const MIN_PER_CLASS = 5;
const SHUFFLES = 199;

/** The first-order sensitivity to each assumption; none where nothing differs. */
export function sensitivities(cases: Cases, seed: number): readonly Sensitivity[] {
  const { names, columns, seen } = cases;
  if (seen.length < 2 * MIN_PER_CLASS || squaresOf(seen) <= 0) return [];
  const dealt = columns.map((column) => ({ own: classesOf(column), shares: new Float64Array(SHUFFLES) }));
  for (let time = 0; time < SHUFFLES; time++) {
    const mixed = shuffle(seen, seed, time);
    for (const { own, shares } of dealt) shares[time] = shareOf(mixed, own).share;
  }
  return dealt.map(({ own, shares }, k) => {
    const noise = numberAt(shares.toSorted(), Math.ceil(0.95 * SHUFFLES) - 1);
    return { name: nth(names, k), ...shareOf(seen, own), noise };
  });
}

/**
 * The share of what differs between futures that lies between the points and not in chance: epsilon squared of the
 * points themselves, from the sums over the futures at each.
 */
export function assumedShare(counted: Float64Array, sums: Float64Array, squares: Float64Array): number {
  const used = usedPoints(counted);
  const total = (some: Float64Array): number => used.reduce((sum, point) => sum + numberAt(some, point), 0);
  const all = total(counted);
  const within = used.reduce((sum, point) => {
    const count = numberAt(counted, point);
    return sum + varianceOf(count, numberAt(sums, point), numberAt(squares, point)) * Math.max(0, count - 1);
  }, 0);
  const whole = varianceOf(all, total(sums), total(squares)) * Math.max(0, all - 1);
  if (whole <= 0 || all <= used.length) return Number.NaN;
  return (whole - within - (used.length - 1) * (within / (all - used.length))) / whole;
}

interface Classes {
  readonly count: number;
  readonly of: Int32Array;
}

/** Classes with as many points each; equal values stay together. */
function classesOf(column: Float64Array): Classes {
  const wanted = Math.max(2, Math.min(MAX_CLASSES, Math.floor(column.length / MIN_PER_CLASS)));
  const places = Array.from(column.keys()).toSorted((a, b) => numberAt(column, a) - numberAt(column, b));
  const of = new Int32Array(column.length);
  let [count, begun, before] = [0, -1, Number.NaN];
  for (const [rank, place] of places.entries()) {
    const value = numberAt(column, place);
    const due = Math.floor((rank * wanted) / column.length);
    if (due > begun && value !== before) {
      count += 1;
      begun = due;
    }
    before = value;
    of[place] = count - 1;
  }
  return { count, of };
}

function shareOf(seen: Float64Array, { count, of }: Classes): Pick<Sensitivity, "share" | "means"> {
  const [sums, sizes] = [new Float64Array(count), new Float64Array(count)];
  for (let k = 0; k < seen.length; k++) {
    const own = numberAt(of, k);
    addAt(sums, own, numberAt(seen, k));
    addAt(sizes, own, 1);
  }
  const means = Array.from(sums, (sum, k) => sum / numberAt(sizes, k));
  const whole = squaresOf(seen);
  const mean = seen.reduce((sum, one) => sum + one, 0) / seen.length;
  const between = means.reduce((sum, one, k) => sum + numberAt(sizes, k) * (one - mean) ** 2, 0);
  const error = (whole - between) / (seen.length - count);
  return { share: count < 2 ? 0 : (between - (count - 1) * error) / whole, means };
}

/** How far the assumptions decide one quantity. */
export interface Influence {
  readonly quantity: Quantity;
  /** The share of what differs between single futures that is the assumptions'; the rest is chance. */
  readonly assumed: number;
  readonly shares: readonly Sensitivity[];
}

/**
 * How far the assumptions of a sweep decide each quantity that is not always zero.
 *
 * @param casesOf the cases of sums over the futures of each point
 */
export function influencesOf(
  { counted, points }: SweepSummary,
  casesOf: (sums: Float64Array) => Cases,
  seed: number,
): readonly Influence[] {
  return points
    .filter(({ sums }) => sums.some((sum) => sum !== 0))
    .map(({ quantity, sums, squares }) => ({
      quantity,
      assumed: assumedShare(counted, sums, squares),
      shares: sensitivities(casesOf(sums), seed),
    }));
}
