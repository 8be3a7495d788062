/** Delays have the distributions that their names promise, drawn exactly or within a stated error. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Delay, quantile, sampler } from "../../src/doctrine/index.ts";

const DAY = 1440;
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const length = fc.integer({ min: 1, max: 200 * DAY });

const between = fc
  .tuple(length, length)
  .map(([one, other]): Delay => ({ kind: "between", least: Math.min(one, other), most: Math.max(one, other) }));
const triangular = fc.array(length, { minLength: 3, maxLength: 3 }).map((ends): Delay => {
  const [least = 0, mode = 0, most = 0] = ends.toSorted((one, other) => one - other);
  return { kind: "triangular", least, mode, most };
});
const logNormal = fc
  .tuple(length, fc.double({ min: 1.05, max: 60, noNaN: true }))
  .map(([median, ratio]): Delay => ({ kind: "log-normal", median, p90: median * ratio }));
const gamma = fc
  .tuple(length, fc.double({ min: 0.3, max: 20, noNaN: true }))
  .map(([mean, shape]): Delay => ({ kind: "gamma", mean, shape }));
const exponential = length.map((mean): Delay => ({ kind: "exponential", mean }));
const anyDelay = fc.oneof(between, triangular, logNormal, gamma, exponential);

/** The integral of a function by Simpson's rule. */
function integral(f: (x: number) => number, from: number, to: number, parts = 4000): number {
  const step = (to - from) / parts;
  let sum = f(from) + f(to);
  for (let k = 1; k < parts; k++) sum += (k % 2 === 0 ? 2 : 4) * f(from + k * step);
  return (sum * step) / 3;
}

/** The standard normal distribution function, integrated from its density. */
function normal(z: number): number {
  return 0.5 + integral((x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI), 0, z);
}

/** The gamma function's logarithm, from Stirling's series after the recurrence has made the argument large. */
function logGamma(x: number): number {
  if (x < 20) return logGamma(x + 1) - Math.log(x);
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3);
}

/** The gamma distribution function with scale 1, by its power series (Abramowitz and Stegun 6.5.29). */
function gammaShare(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let k = 1; k < 2000 && term > sum * 1e-16; k++) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum * Math.exp(shape * Math.log(x) - x - logGamma(shape));
}

describe("a quantile is the inverse of the distribution function", () => {
  test("of the uniform: its share of the way", () => {
    fc.assert(
      fc.property(between, share, (delay, p) => {
        if (delay.kind !== "between") throw new Error(delay.kind);
        expect(quantile(delay, p)).toBeCloseTo((1 - p) * delay.least + p * delay.most, 6);
      }),
    );
  });

  test("of a fixed delay: always the same", () => {
    fc.assert(
      fc.property(length, share, (fixed, p) => {
        expect(sampler({ kind: "between", least: fixed, most: fixed })(p)).toBe(fixed);
      }),
    );
  });

  test("of the triangular: the area under the two sides of a triangle", () => {
    fc.assert(
      fc.property(triangular, share, (delay, p) => {
        if (delay.kind !== "triangular") throw new Error(delay.kind);
        fc.pre(delay.least < delay.most);
        const { least, mode, most } = delay;
        const x = quantile(delay, p);
        const area =
          x < mode
            ? (x - least) ** 2 / ((most - least) * (mode - least))
            : 1 - (most - x) ** 2 / ((most - least) * (most - mode) || 1);
        expect(area).toBeCloseTo(p, 8);
      }),
    );
  });

  test("of the log-normal: its logarithm is normal, half lie below the median and nine of ten below p90", () => {
    fc.assert(
      fc.property(logNormal, share, (delay, p) => {
        if (delay.kind !== "log-normal") throw new Error(delay.kind);
        const { median, p90 } = delay;
        expect(quantile(delay, 0.5) / median).toBeCloseTo(1, 6);
        expect(quantile(delay, 0.9) / p90).toBeCloseTo(1, 6);
        const sigma = Math.log(p90 / median) / 1.2815515655446004;
        expect(normal(Math.log(quantile(delay, p) / median) / sigma)).toBeCloseTo(p, 6);
      }),
      { numRuns: 40 },
    );
  });

  test("of the gamma: the incomplete gamma function, summed as a series", () => {
    fc.assert(
      fc.property(gamma, share, (delay, p) => {
        if (delay.kind !== "gamma") throw new Error(delay.kind);
        const { mean, shape } = delay;
        expect(gammaShare(shape, (quantile(delay, p) * shape) / mean)).toBeCloseTo(p, 6);
      }),
    );
  });

  test("of the exponential: 1 - exp(-x / mean)", () => {
    fc.assert(
      fc.property(exponential, share, (delay, p) => {
        if (delay.kind !== "exponential") throw new Error(delay.kind);
        expect(1 - Math.exp(-quantile(delay, p) / delay.mean)).toBeCloseTo(p, 12);
      }),
    );
  });

  test("of a gamma of shape 1: the exponential's", () => {
    fc.assert(
      fc.property(length, share, (mean, p) => {
        const one = quantile({ kind: "gamma", mean, shape: 1 }, p);
        expect(one / quantile({ kind: "exponential", mean }, p)).toBeCloseTo(1, 5);
      }),
    );
  });
});

describe("what is drawn", () => {
  test("is whole minutes, never before its occasion, and never less for a larger share", () => {
    fc.assert(
      fc.property(anyDelay, share, share, (delay, one, other) => {
        const draw = sampler(delay);
        const [low, high] = [draw(Math.min(one, other)), draw(Math.max(one, other))];
        expect(Number.isInteger(low) && low >= 0).toBe(true);
        expect(high).toBeGreaterThanOrEqual(low);
      }),
    );
  });

  test("lies within 1 % and a minute of the exact quantile", () => {
    // Draws are multiples of 2^-32; the tails, where quantiles bend most, are looked at more closely.
    const drawn = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((k) => k / 2 ** 32);
    const tails = drawn.map((p) => p / 20);
    const shares = fc.oneof(
      drawn,
      tails,
      tails.filter((p) => p > 0).map((p) => 1 - p),
    );
    fc.assert(
      fc.property(anyDelay, shares, (delay, p) => {
        const exact = quantile(delay, p);
        expect(Math.abs(sampler(delay)(p) - exact)).toBeLessThanOrEqual(1 + 0.01 * exact);
      }),
      { numRuns: 300 },
    );
  });

  test("has the mean of its distribution", () => {
    const means: readonly (readonly [Delay, number])[] = [
      [{ kind: "between", least: DAY, most: 4 * DAY }, 2.5 * DAY],
      [{ kind: "triangular", least: 0, mode: DAY, most: 5 * DAY }, 2 * DAY],
      [{ kind: "gamma", mean: 3 * DAY, shape: 2 }, 3 * DAY],
      [{ kind: "exponential", mean: 3 * DAY }, 3 * DAY],
      // exp(mu + sigma² / 2), with p90 three times the median
      [
        { kind: "log-normal", median: 2 * DAY, p90: 6 * DAY },
        2 * DAY * Math.exp((Math.log(3) / 1.2815515655446004) ** 2 / 2),
      ],
    ];
    for (const [delay, mean] of means) {
      const draw = sampler(delay);
      const cells = 200_000;
      let sum = 0;
      for (let k = 0; k < cells; k++) sum += draw((k + 0.5) / cells);
      expect(Math.abs(sum / cells / mean - 1)).toBeLessThan(0.002);
    }
  });
});
