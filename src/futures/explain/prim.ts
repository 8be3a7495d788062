/**
 * PRIM: the patient rule induction method (Friedman and Fisher, Bump hunting in high-dimensional data, Statistics and
 * Computing 9, 1999). A box of ranges is peeled, a twentieth at a time, to where something holds most often.
 */
import { missing, nth, numberAt } from "../../problem/index.ts";
import { type Cases, meanAt, placesOf, squaresOf } from "./cases.ts";

/** A box: the lowest and highest value of each assumption, both in it. */
export type Box = readonly (readonly [low: number, high: number])[];

/** A box with the points in it. */
export interface Boxed {
  readonly box: Box;
  readonly places: Int32Array;
  /** How far the mean in the box lies above the mean of all, in standard errors of as many points drawn at random. */
  readonly score: number;
}

/** The share of what is left that is peeled or pasted at a time. */
const STEP_SHARE = 0.05;
/** A box holds at least this share of all points, and at least this number. */
const MIN_SHARE = 0.05;
const MIN_POINTS = 5;

/** The box in which what was seen is most remarkably high, peeled and pasted; all points when none is. */
export function bestBox(cases: Cases): Boxed {
  const scale: Scale = {
    sorted: cases.columns.map((column) =>
      placesOf(cases).toSorted((a, b) => numberAt(column, a) - numberAt(column, b)),
    ),
    mean: meanAt(cases.seen, placesOf(cases)),
    variance: squaresOf(cases.seen) / cases.seen.length,
  };
  const all = scale.sorted.map((order, k) => endsOf(order, nth(cases.columns, k)));
  let best = scoreBox(cases, all, placesOf(cases), scale);
  let state: Peeling | undefined = all.length === 0 ? undefined : { box: all, orders: scale.sorted };
  while (state !== undefined) {
    const now = scoreBox(cases, state.box, nth(state.orders, 0), scale);
    if (now.score > best.score) best = now;
    state = peel(cases, state);
  }
  for (let now: Boxed | undefined = best; now !== undefined; now = paste(cases, now, scale)) best = now;
  return { ...best, places: best.places.toSorted() };
}

export function placesIn(cases: Cases, box: Box): Int32Array {
  return placesOf(cases).filter((place) => isIn(cases, place, box));
}

interface Scale {
  /** All points by each assumption, from its lowest value to its highest. */
  readonly sorted: readonly Int32Array[];
  readonly mean: number;
  readonly variance: number;
}

interface Peeling {
  readonly box: Box;
  readonly orders: readonly Int32Array[];
}

function isIn({ columns }: Cases, place: number, box: Box): boolean {
  for (let k = 0; k < columns.length; k++) {
    const [column, ends] = [columns[k], box[k]];
    if (column === undefined || ends === undefined) throw missing(box, k);
    const value = numberAt(column, place);
    if (!(value >= ends[0] && value <= ends[1])) return false;
  }
  return true;
}

function scoreBox({ seen }: Cases, box: Box, places: Int32Array, { mean, variance }: Scale): Boxed {
  const [inside, all] = [places.length, seen.length];
  // The variance of the mean of some of a finite number of points, drawn without putting back.
  const error = inside === 0 || all < 2 ? 0 : Math.sqrt((variance / inside) * ((all - inside) / (all - 1)));
  return { box, places, score: error === 0 ? 0 : (meanAt(seen, places) - mean) / error };
}

/** What is left after the peel that leaves the highest mean; undefined when every peel would leave too little. */
function peel(cases: Cases, { box, orders }: Peeling): Peeling | undefined {
  const { seen, columns } = cases;
  const least = Math.max(MIN_POINTS, Math.ceil(MIN_SHARE * seen.length));
  const whole = nth(orders, 0).reduce((sum, place) => sum + numberAt(seen, place), 0);
  let best: { readonly mean: number; readonly k: number; readonly kept: Int32Array } | undefined;
  for (const [k, order] of orders.entries()) {
    for (const [from, to] of peels(order, nth(columns, k))) {
      if (to - from < least || to - from === order.length) continue;
      let sum = whole;
      for (let rank = 0; rank < from; rank++) sum -= numberAt(seen, numberAt(order, rank));
      for (let rank = to; rank < order.length; rank++) sum -= numberAt(seen, numberAt(order, rank));
      const mean = sum / (to - from);
      if (best === undefined || mean > best.mean) best = { mean, k, kept: order.subarray(from, to) };
    }
  }
  if (best === undefined) return undefined;
  const { k: peeledColumn, kept } = best;
  const ends = endsOf(kept, nth(columns, peeledColumn));
  const column = nth(columns, peeledColumn);
  const stays = (place: number): boolean => numberAt(column, place) >= ends[0] && numberAt(column, place) <= ends[1];
  return {
    box: box.map((old, k) => (k === peeledColumn ? ends : old)),
    orders: orders.map((order, k) => (k === peeledColumn ? kept : order.filter(stays))),
  };
}

/** Which ranks stay when the lowest part of one assumption's values goes, and when the highest does. */
function peels(order: Int32Array, column: Float64Array): readonly (readonly [from: number, to: number])[] {
  const all = order.length;
  const at = (rank: number): number => numberAt(column, numberAt(order, rank));
  let from = Math.max(1, Math.floor(STEP_SHARE * all));
  let to = all - from;
  // Equal values go together: with few different values a peel takes a whole one.
  while (from < all && at(from) === at(from - 1)) from += 1;
  while (to > 0 && at(to) === at(to - 1)) to -= 1;
  return [
    [from, all],
    [0, to],
  ];
}

/** The box after the widening that raises the score most; undefined when none does. */
function paste(cases: Cases, now: Boxed, scale: Scale): Boxed | undefined {
  const part = Math.max(1, Math.floor(STEP_SHARE * now.places.length));
  let best: Boxed | undefined;
  for (const [k, order] of scale.sorted.entries()) {
    const column = nth(cases.columns, k);
    const [low, high] = nth(now.box, k);
    const at = (rank: number): number => numberAt(column, numberAt(order, rank));
    const below = order.findLastIndex((place) => numberAt(column, place) < low);
    const above = order.findIndex((place) => numberAt(column, place) > high);
    const wider = [
      ...(below < 0 ? [] : [[at(Math.max(0, below - part + 1)), high] as const]),
      ...(above < 0 ? [] : [[low, at(Math.min(order.length - 1, above + part - 1))] as const]),
    ];
    for (const ends of wider) {
      const box = now.box.map((old, other) => (other === k ? ends : old));
      const tried = scoreBox(cases, box, placesIn(cases, box), scale);
      if (tried.score > (best ?? now).score) best = tried;
    }
  }
  return best;
}

function endsOf(order: Int32Array, column: Float64Array): readonly [number, number] {
  return [numberAt(column, numberAt(order, 0)), numberAt(column, numberAt(order, order.length - 1))];
}
