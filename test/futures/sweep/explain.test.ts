/** Explaining finds what was planted, and says of noise that it is noise. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  assumedShare,
  type Cases,
  draw,
  explain,
  keyOfText,
  latinHypercube,
  type Ranged,
  readCondition,
  runKey,
  sensitivities,
} from "../../../src/futures/index.ts";
import { inFull, ofAll } from "../../support/enduring.ts";

const names = ["w", "x", "y", "z"];
const over: readonly Ranged[] = names.map((name) => ({
  name,
  value: 0.5,
  range: [0, 1],
  meaning: "",
  origin: "file",
  whole: false,
}));

/** Points of a Latin hypercube, and at each what a function of the values gives. */
function cases(points: number, seed: number, see: (values: readonly number[], place: number) => number): Cases {
  const design = latinHypercube(over, points, seed);
  return {
    names,
    columns: names.map((_, k) => Float64Array.from(design, (point) => point[k] ?? 0)),
    seen: Float64Array.from(design, see),
  };
}

/** A share of hits among futures, each a draw by itself. */
function share(seed: number, place: number, chance: number, futures: number): number {
  let hits = 0;
  for (let run = 0; run < futures; run++) {
    if (draw(runKey(seed, run), keyOfText("hit"), place, 0) < chance) hits += 1;
  }
  return hits / futures;
}

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const few = { numRuns: inFull(5, 1) };

test("a planted box is found, with its ranges, and no other assumption is named", { tags: "long" }, () => {
  fc.assert(
    fc.property(seeds, fc.double({ min: 0.3, max: 0.6, noNaN: true }), (seed, edge) => {
      const planted = cases(400, seed, ([w = 0, x = 0], place) =>
        share(seed, place, w > edge && x < 1 - edge ? 0.9 : 0.1, 50),
      );
      const found = explain(planted, seed);
      const ranges = Object.fromEntries(found.restrictions.map(({ name, low, high }) => [name, [low, high]]));
      expect(Object.keys(ranges).sort()).toEqual(["w", "x"]);
      const off = [...(ranges["w"] ?? []), ...(ranges["x"] ?? [])].map((end, k) =>
        Math.abs(end - ([edge, 1, 0, 1 - edge][k] ?? 0)),
      );
      expect(Math.max(...off)).toBeLessThan(0.1);
      expect(found.noise).toBe(false);
      expect(found.density).toBeGreaterThan(0.8);
      expect(found.coverage).toBeCloseTo((found.density * found.mass) / found.overall, 9);
    }),
    few,
  );
});

test("pure noise is called noise in at least nine of ten sweeps", () => {
  const calls = Array.from({ length: inFull(20, ofAll(10, 5)) }, (_, seed) => {
    const noisy = cases(60, seed, (_values, place) => share(seed, place, 0.4, 20));
    return explain(noisy, seed).noise;
  });
  expect(calls.filter((noise) => noise).length).toBeGreaterThanOrEqual(0.9 * calls.length);
});

test("where something holds always, or never, there is nothing to explain", () => {
  for (const all of [0, 1]) {
    const found = explain(
      cases(50, 1, () => all),
      1,
    );
    expect(found).toMatchObject({ noise: true, restrictions: [], p: 1, overall: all, points: 50 });
  }
});

test("a grid with two values of each assumption is explained too", () => {
  const corners = Array.from({ length: 16 }, (_, k) => [k & 1, (k >> 1) & 1, (k >> 2) & 1, (k >> 3) & 1]);
  const seen = Float64Array.from(corners, ([w = 0]) => w);
  const columns = names.map((_, k) => Float64Array.from(corners, (corner) => corner[k] ?? 0));
  const found = explain({ names, columns, seen }, 7);
  expect(found.restrictions.map(({ name, low, high }) => [name, low, high])).toEqual([["w", 1, 1]]);
  expect(found).toMatchObject({ density: 1, coverage: 1, noise: false });
});

test("the same seed explains in the same way", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const some = cases(60, seed, ([w = 0], place) => share(seed, place, w, 10));
      expect(explain(some, seed)).toEqual(explain(some, seed));
      expect(sensitivities(some, seed)).toEqual(sensitivities(some, seed));
    }),
    few,
  );
});

test("sensitivity is the share of variance that is known of a sum: 16, 4 and 1 of 21, and nothing for the last", () => {
  const found = sensitivities(
    cases(1000, 3, ([w = 0, x = 0, y = 0]) => 4 * w + 2 * x + y),
    3,
  );
  const wanted = [16 / 21, 4 / 21, 1 / 21, 0];
  found.forEach((one, k) => {
    expect(one.name).toBe(names[k]);
    expect(Math.abs(one.share - (wanted[k] ?? 0))).toBeLessThan(0.03);
    expect(one.share > one.noise).toBe(k < 3);
  });
});

test("the sensitivity to what decides nothing is nought in the mean: the correction for classes is right", () => {
  const shares = Array.from({ length: 60 }, (_, seed) => {
    const noisy = cases(60, seed, (_values, place) => share(seed, place, 0.5, 20));
    return sensitivities(noisy, seed)[0]?.share ?? 0;
  });
  const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length;
  expect(Math.abs(mean)).toBeLessThan(0.03);
});

test("what lies between the points and not in chance is known where it was planted", () => {
  const [points, futures] = [400, 200];
  const counted = new Float64Array(points + 1).fill(futures);
  const chances = Float64Array.from({ length: points + 1 }, (_, k) => k / (points + 1));
  // Of hits with evenly spread chances the variance is 1/4, and 1/12 of it lies between the chances.
  const sums = Float64Array.from(chances, (chance, k) => futures * share(k, k, chance, futures));
  expect(Math.abs(assumedShare(counted, sums, sums) - 1 / 3)).toBeLessThan(0.05);
  const alike = Float64Array.from(chances, (_, k) => futures * share(k, k, 0.5, futures));
  expect(Math.abs(assumedShare(counted, alike, alike))).toBeLessThan(0.01);
});

const outcomes = {
  back: { kind: "first", pattern: {} },
  force: { kind: "count", what: "force" },
  end: { kind: "final", region: "course" },
  peak: { kind: "peak", of: "hostility" },
} as const;

/** Whether a condition holds of values: minutes, a count, the place of a state, a level. */
function holds(text: string, values: readonly number[]): boolean | string {
  const read = readCondition(text, outcomes);
  return "holds" in read ? read.holds(values) : read.problem;
}

test.each([
  ["force>=2", [0, 2, 0, 1], true],
  ["force>2", [0, 2, 0, 1], false],
  ["force != 2", [0, 2, 0, 1], false],
  ["back<=30", [30 * 1440, 0, 0, 1], true],
  ["back<=30d", [30 * 1440 + 1, 0, 0, 1], false],
  ["back<12h", [719, 0, 0, 1], true],
  ["back<=30", [Number.NaN, 0, 0, 1], false],
  ["back>30", [Number.NaN, 0, 0, 1], true],
  ["back", [0, 0, 0, 1], true],
  ["back", [Number.NaN, 0, 0, 1], false],
  ["!back", [Number.NaN, 0, 0, 1], true],
  ["force", [0, 0, 0, 1], false],
  ["end=normal", [0, 0, 0, 1], true],
  ["end=normal.full", [0, 0, 0, 1], true],
  ["end!=normal", [0, 0, 0, 1], false],
  ["end=retaliation", [0, 0, 0, 1], false],
  ["force>=1,peak=4", [0, 1, 0, 4], true],
  ["force>=1,peak=4", [0, 1, 0, 3], false],
] as const)("%s of %j: %s", (text, values, wanted) => {
  expect(holds(text, values)).toBe(wanted);
});

test.each([
  ["forc>=2", 'There is no outcome "forc". Did you mean force?'],
  ["force>=many", "many is no number"],
  ["back<=soon", "soon is no number of days"],
  ["end=nromal", "Did you mean normal"],
  ["end>normal", "compared with = and !="],
  ["end", "end is a state"],
  [">=3", "is no condition"],
  ["!force>=1", "! goes before a name alone"],
])("%s is refused: %s", (text, why) => {
  expect(holds(text, [])).toContain(why);
});
