/** Delays: how long after its occasion an actor acts, as distributions by their plain descriptors, in minutes. */
import jstat from "jstat";

/** How long after its occasion an actor acts, in minutes. */
export type Delay =
  | { readonly kind: "between"; readonly least: number; readonly most: number }
  | { readonly kind: "triangular"; readonly least: number; readonly mode: number; readonly most: number }
  | { readonly kind: "log-normal"; readonly median: number; readonly p90: number }
  | { readonly kind: "gamma"; readonly mean: number; readonly shape: number }
  | { readonly kind: "exponential"; readonly mean: number };

/** A share of 90 % in standard deviations. */
const P90 = jstat.jStat.normal.inv(0.9, 0, 1);

/**
 * The quantile of a delay: the minutes within which a share of the answers has come.
 *
 * @param share from 0 up to, and not including, 1
 * @returns minutes, at least 0
 * @example
 * ```ts
 * import { quantile } from "demarche";
 * quantile({ kind: "between", least: 1440, most: 5760 }, 0.5); // => 3600
 * Math.round(quantile({ kind: "log-normal", median: 2880, p90: 132_480 }, 0.5)); // => 2880
 * ```
 */
export function quantile(delay: Delay, share: number): number {
  switch (delay.kind) {
    case "between":
      return delay.least + share * (delay.most - delay.least);
    case "triangular":
      return triangular(delay, share);
    case "log-normal": {
      const mu = Math.log(delay.median);
      return jstat.jStat.lognormal.inv(share, mu, (Math.log(delay.p90) - mu) / P90);
    }
    case "gamma":
      return jstat.jStat.gamma.inv(share, delay.shape, delay.mean / delay.shape);
    case "exponential":
      return -delay.mean * Math.log1p(-share);
  }
}

/** Number of equal shares of a distribution that are computed beforehand. */
const CELLS = 1024;
/** Number of cells at either end in which a quantile is computed exactly: there it bends too much for a straight line. */
const EXACT = 16;

/**
 * A delay made ready to be drawn from often: a function of a share from 0 to 1 that gives whole minutes. Costly
 * quantiles are interpolated between a thousand exact ones, within 1 % of the exact value, except in 16 of them at
 * either end, where each is exact.
 */
export function sampler(delay: Delay): (share: number) => number {
  if (delay.kind === "between") {
    const { least, most } = delay;
    return (share) => Math.round(least + share * (most - least));
  }
  if (delay.kind !== "log-normal" && delay.kind !== "gamma") return (share) => Math.round(quantile(delay, share));
  const knots = Float64Array.from({ length: CELLS }, (_, k) => quantile(delay, k / CELLS));
  return (share) => {
    const place = share * CELLS;
    const cell = Math.floor(place);
    if (cell < EXACT || cell >= CELLS - EXACT) return Math.round(quantile(delay, share));
    const [low = 0, high = 0] = [knots[cell], knots[cell + 1]];
    return Math.round(low + (place - cell) * (high - low));
  };
}

/** Johnson 1997: the inverse of the triangular distribution's two quadratic halves. */
function triangular({ least, mode, most }: Extract<Delay, { kind: "triangular" }>, share: number): number {
  const whole = most - least;
  if (whole === 0) return least;
  if (share < (mode - least) / whole) return least + Math.sqrt(share * whole * (mode - least));
  return most - Math.sqrt((1 - share) * whole * (most - mode));
}
