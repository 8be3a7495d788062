/** Designs: at which points of the assumptions' ranges futures are run. */
import { nth, numberAt, wholeArgument } from "../../problem/index.ts";
import type { Ranged } from "../assumptions.ts";
import { draw, keyOfText, runKey } from "../chance.ts";

/** A point: a value for each assumption, in their order. */
export type Point = readonly number[];

/** What the draws of a design are for, so that no future shares them. */
const ORDER = 1_000_003;
const WITHIN = 1_000_004;

/**
 * A Latin hypercube (McKay, Beckman and Conover, Technometrics 21, 1979): the range of each assumption is cut into as
 * many equal parts as there are points, and each part is used once, in an order by chance. What an assumption gets
 * depends on its name, the seed and the number of points alone: another assumption beside it changes nothing.
 *
 * @example
 * ```ts
 * import { latinHypercube } from "demarche";
 * const resolve = { name: "resolve", value: 0.6, range: [0, 1], meaning: "", origin: "file", whole: false } as const;
 * latinHypercube([resolve], 4, 1).map(([share = 0]) => Math.floor(share * 4)).toSorted(); // => [0, 1, 2, 3]
 * ```
 */
export function latinHypercube(over: readonly Ranged[], points: number, seed: number): readonly Point[] {
  wholeArgument("points", points);
  wholeArgument("seed", seed, Number.MIN_SAFE_INTEGER);
  const columns = over.map((assumption) => {
    const key = keyOfText(assumption.name);
    const run = runKey(seed, 0);
    const order = Float64Array.from({ length: points }, (_, k) => draw(run, key, k, ORDER));
    const places = Array.from(order.keys()).toSorted((a, b) => numberAt(order, a) - numberAt(order, b) || a - b);
    return places.map((part, k) => valueAt(assumption, (part + draw(run, key, k, WITHIN)) / points));
  });
  return Array.from({ length: points }, (_, k) => columns.map((column) => nth(column, k)));
}

/**
 * A full grid: equally distant values of each assumption, its ends among them, every one with every other.
 *
 * @param levels the number of values of each assumption, at least 2
 */
export function grid(over: readonly Ranged[], levels: number): readonly Point[] {
  wholeArgument("levels", levels, 2);
  return over.reduce<readonly Point[]>(
    (points, assumption) => {
      const values = Array.from({ length: levels }, (_, k) => between(assumption, k / (levels - 1)));
      const different = [...new Set(values)];
      return points.flatMap((point) => different.map((value) => [...point, value]));
    },
    [[]],
  );
}

/** How many values of each assumption a grid has, given the maximum number of points. */
export function levelsFor(dimensions: number, points: number): number {
  wholeArgument("dimensions", dimensions);
  wholeArgument("points", points);
  // Without a dimension there is one point, however many levels it has.
  if (dimensions === 0) return points;
  let levels = 1;
  while ((levels + 1) ** dimensions <= points) levels += 1;
  return levels;
}

/** The value at a share of a range; whole numbers are equally likely. */
function valueAt({ range: [low, high], whole }: Ranged, share: number): number {
  return whole
    ? Math.min(high, low + Math.floor(share * (high - low + 1)))
    : roundToSixDigits(low + share * (high - low));
}

function between({ range: [low, high], whole }: Ranged, share: number): number {
  const value = low + share * (high - low);
  return whole ? Math.round(value) : roundToSixDigits(value);
}

/** Six digits: short to read, and the same wherever they are written and read again. */
function roundToSixDigits(value: number): number {
  return Number(value.toPrecision(6));
}
