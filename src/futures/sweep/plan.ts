/** Plans: which futures a sweep runs, at which points, in which order. */
import { BOUND } from "../../doctrine/index.ts";
import { wholeArgument, wordArgument } from "../../problem/index.ts";
import type { Outcome } from "../../scenario/index.ts";
import type { Ranged } from "../assumptions.ts";
import type { Setup } from "../model.ts";
import { grid, latinHypercube, levelsFor, type Point } from "./design.ts";

/** How the points are chosen. */
export type DesignName = "lhs" | "grid";

/** What a sweep is asked for. */
export interface Wanted {
  readonly seed: number;
  /** Futures at each point; the same luck at every point. */
  readonly futures: number;
  /** Points beside the central one; with a grid their maximum number. */
  readonly points: number;
  readonly design: DesignName;
}

/**
 * A sweep ready to be run: plain data that a worker can be given. Row number `k` is future `k % futures` at point
 * `floor(k / futures)`. Point 0 has the central values; the design begins with point 1.
 */
export interface Plan extends Wanted {
  readonly setup: Setup;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly over: readonly Ranged[];
  readonly values: readonly Point[];
  readonly rows: number;
  readonly bound: number;
}

/** The maximum number of points of a sweep. */
export const MOST_POINTS = 100_000;
/** The maximum number of futures of a sweep in all. */
export const MOST_ROWS = 100_000_000;

/**
 * Plans a sweep.
 *
 * @throws Problem `bad-option` for a number or a word that is none of them; RangeError with a sentence when there are too many points or futures, or too few for a grid
 */
export function planOf(
  setup: Setup,
  outcomes: Readonly<Record<string, Outcome>>,
  over: readonly Ranged[],
  wanted: Wanted,
): Plan {
  const { points, futures, design, seed } = wanted;
  wholeArgument("points", points);
  wholeArgument("futures", futures, 1);
  wholeArgument("seed", seed, Number.MIN_SAFE_INTEGER);
  wordArgument("design", design, ["lhs", "grid"]);
  if (points > MOST_POINTS) {
    throw new RangeError(`${points} points are too many: at most ${MOST_POINTS} are swept.`);
  }
  const levels = levelsFor(over.length, points);
  if (design === "grid" && over.length > 0 && levels < 2) {
    throw new RangeError(
      `A grid over ${over.length} assumptions has at least ${2 ** over.length} points; ${points} are asked for. Ask for more points, for fewer assumptions, or for a Latin hypercube.`,
    );
  }
  const count = over.length === 0 ? 0 : design === "grid" ? levels ** over.length : points;
  const rows = (1 + count) * futures;
  if (rows > MOST_ROWS) {
    throw new RangeError(`${rows} futures are too many: at most ${MOST_ROWS} are run in one sweep.`);
  }
  const designPoints = count === 0 ? [] : design === "grid" ? grid(over, levels) : latinHypercube(over, points, seed);
  const values = [over.map(({ value }) => value), ...designPoints];
  return { ...wanted, setup, outcomes, over, values, rows, bound: BOUND };
}

/** Rows of a plan that are run in one go. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** The maximum number of points and of futures in a chunk: about ten milliseconds. */
const CHUNK_POINTS = 16;
const CHUNK_ROWS = 5000;

/**
 * The chunks of a plan, from a row on. Where they are cut depends on the plan alone, so that a sweep gives the same
 * rows on any number of threads.
 */
export function* chunksOf({ futures, rows }: Pick<Plan, "futures" | "rows">, from = 0): Generator<Chunk> {
  const size = Math.min(CHUNK_ROWS, CHUNK_POINTS * futures);
  for (let start = from - (from % size); start < rows; start += size) {
    yield { start: Math.max(start, from), end: Math.min(rows, start + size) };
  }
}

export function chunkCount(plan: Pick<Plan, "futures" | "rows">, from = 0): number {
  let count = 0;
  for (const _ of chunksOf(plan, from)) count += 1;
  return count;
}
