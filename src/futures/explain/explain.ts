/** Explaining: which ranges of which assumptions separate the futures in which something holds, and whether that is noise. */
import { nth, numberAt } from "../../problem/index.ts";
import { draw, keyOfText, runKey } from "../chance.ts";
import { type Cases, meanAt, placesOf, shuffle, swap } from "./cases.ts";
import { type Box, type Boxed, bestBox, placesIn } from "./prim.ts";

/** A range that separates. */
export interface Restriction {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  /** Whether each end lies inside what was swept; an end that does not restricts nothing. */
  readonly below: boolean;
  readonly above: boolean;
  /** The chance that a box as remarkable is found when this assumption's values are dealt to the points at random. */
  readonly p: number;
}

/** What separates the futures in which something holds. */
export interface Explained {
  readonly restrictions: readonly Restriction[];
  /** The share of futures in which it holds: of all, and of those in the box. */
  readonly overall: number;
  readonly density: number;
  /** The share of those futures in which it holds that lie in the box. */
  readonly coverage: number;
  /** The share of points in the box, and how many they are. */
  readonly mass: number;
  readonly points: number;
  readonly score: number;
  /** The chance that a box as remarkable is found when what was seen is dealt to the points at random. */
  readonly p: number;
  readonly shuffles: number;
  /** Whether it may well be noise: `p` above 0.05, or no restriction left. */
  readonly noise: boolean;
}

/** How often what was seen is dealt anew. */
const SHUFFLES = 199;
/** How often the values of one assumption are. */
const DEALS = 99;
const DRAWS = 1999;
/** What is more likely than this by chance is taken for noise. */
const LEVEL = 0.05;
const SUBSET = keyOfText("subset");

/** Finds the box, drops the restrictions that chance explains, and asks whether the whole is noise. */
export function explain(cases: Cases, seed: number): Explained {
  const found = bestBox(cases);
  const full = fullBox(cases);
  const restrictions = pruneRestrictions(cases, found.box, full, seed)
    .map((one) => ({ ...one, p: chanceWithout(cases, found, one.name, seed) }))
    .filter(({ p }) => p <= LEVEL)
    .toSorted((one, other) => one.p - other.p);
  const box = full.map((ends, k) => {
    const kept = restrictions.find(({ name }) => name === cases.names[k]);
    return kept === undefined ? ends : ([kept.low, kept.high] as const);
  });
  const places = placesIn(cases, box);
  const overall = meanAt(cases.seen, placesOf(cases));
  const density = meanAt(cases.seen, places);
  const mass = places.length / cases.seen.length;
  const p = found.score <= 0 ? 1 : chanceOf(cases, found, seed);
  return {
    restrictions,
    overall,
    density,
    coverage: overall === 0 ? Number.NaN : (density * mass) / overall,
    mass,
    points: places.length,
    score: found.score,
    p,
    shuffles: SHUFFLES,
    noise: p > LEVEL || restrictions.length === 0,
  };
}

/** The chance of so high a score when nothing separates: the whole search again, on what was seen in another order. */
function chanceOf(cases: Cases, { score }: Boxed, seed: number): number {
  return shareOf(SHUFFLES, (k) => bestBox({ ...cases, seen: shuffle(cases.seen, seed, k) }).score >= score);
}

/** The same when only the values of one assumption are in another order: whether the box needs it. */
function chanceWithout(cases: Cases, { score }: Boxed, name: string, seed: number): number {
  return shareOf(DEALS, (time) => {
    const columns = cases.columns.map((column, k) =>
      cases.names[k] === name ? shuffle(column, seed, SHUFFLES + time) : column,
    );
    return bestBox({ ...cases, columns }).score >= score;
  });
}

/** The share of these times in which it was as high by chance; what was seen itself is one of them. */
function shareOf(times: number, isAsHigh: (time: number) => boolean): number {
  let higher = 1;
  for (let time = 0; time < times; time++) if (isAsHigh(time)) higher += 1;
  return higher / (times + 1);
}

/**
 * The restrictions that remain when, one by one, the least certain end is let go that chance explains: the chance that
 * as many points, drawn at random from the box without this end, have as high a mean (the quasi-p-value of Bryant and
 * Lempert, Technological Forecasting and Social Change 77, 2010).
 */
function pruneRestrictions(cases: Cases, box: Box, full: Box, seed: number): readonly Omit<Restriction, "p">[] {
  // The more ends could be chosen, the surer each has to be (Bonferroni).
  const level = LEVEL / (2 * cases.names.length);
  let current = box;
  for (;;) {
    const ends = current.flatMap((_, k) => [0, 1].flatMap((side) => endOf(cases, current, full, k, side, seed)));
    const worst = ends.toSorted((one, other) => other.p - one.p)[0];
    if (worst === undefined || worst.p <= level) return restrictionsOf(cases, current, full, ends);
    current = releaseEnd(current, full, worst.k, worst.side);
  }
}

/** An end of a range that restricts: 0 the lowest, 1 the highest. */
interface End {
  readonly k: number;
  readonly side: number;
  readonly p: number;
}

function endOf(cases: Cases, box: Box, full: Box, k: number, side: number, seed: number): readonly End[] {
  if (nth(box, k)[side] === nth(full, k)[side]) return [];
  const inside = placesIn(cases, box);
  const without = placesIn(cases, releaseEnd(box, full, k, side));
  return [{ k, side, p: chanceOfSubset(cases.seen, inside, without, runKey(seed, 2 * k + side)) }];
}

function releaseEnd(box: Box, full: Box, freeK: number, side: number): Box {
  return box.map((ends, k) => {
    const [low, high] = nth(full, k);
    if (k !== freeK) return ends;
    return side === 0 ? [low, ends[1]] : [ends[0], high];
  });
}

function restrictionsOf(
  { names }: Cases,
  box: Box,
  full: Box,
  ends: readonly End[],
): readonly Omit<Restriction, "p">[] {
  return box.flatMap(([low, high], k) => {
    const [lowest, highest] = nth(full, k);
    const restricts = ends.some((end) => end.k === k);
    return restricts ? [{ name: nth(names, k), low, high, below: low > lowest, above: high < highest }] : [];
  });
}

/** The chance that as many of the points, drawn at random without putting back, have a mean at least as high. */
function chanceOfSubset(seen: Float64Array, inside: Int32Array, without: Int32Array, key: number): number {
  const wanted = meanAt(seen, inside) - 1e-12;
  const pool = without.slice();
  return shareOf(DRAWS, (time) => {
    for (let k = 0; k < inside.length; k++) {
      swap(pool, k, k + Math.floor(draw(key, SUBSET, k, time) * (pool.length - k)));
    }
    return meanAt(seen, pool.subarray(0, inside.length)) >= wanted;
  });
}

function fullBox({ columns }: Cases): Box {
  return columns.map((column) => {
    const sorted = column.toSorted();
    return [numberAt(sorted, 0), numberAt(sorted, sorted.length - 1)] as const;
  });
}
