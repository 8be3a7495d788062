/** The numerics of fitting: slopes against finite differences, known effects found again, trees, guesses, days. */
import { describe, expect, test } from "vitest";
import {
  addTrees,
  daysAt,
  encoderOf,
  SPAN_COUNT,
  softmaxInto,
  spanOf,
  withinSpan,
} from "../../src/calibrated/index.ts";
import { chanceFrom } from "../../src/evidence/fit/chance.ts";
import { crossValidate } from "../../src/evidence/fit/folds.ts";
import { guessChances, guessTable } from "../../src/evidence/fit/guesses.ts";
import { type Examples, fitSoftmax, slopeOf } from "../../src/evidence/fit/softmax.ts";
import { growTrees } from "../../src/evidence/fit/trees.ts";
import { intervals, measure, reliability } from "../../src/evidence/scores/measure.ts";

const design = {
  columns: [
    { name: "x", bends: [0.5] },
    { name: "kind", codes: 3 },
  ],
  together: [["kind", "kind"]] as const,
};

/** Rows whose labels come by known effects. */
function drawnExamples(count: number, effects: readonly number[]): Examples {
  const chance = chanceFrom(7);
  const encoder = encoderOf({ columns: design.columns, together: [] });
  const rows = Array.from({ length: count }, () => [chance() * 2 - 1, Math.floor(chance() * 3)]);
  const labels = rows.map((row) => {
    const scores = new Float64Array(2);
    const { places, values, count: terms } = encoder.encode(row);
    for (let t = 0; t < terms; t++) scores[1] = (scores[1] ?? 0) + (values[t] ?? 0) * (effects[places[t] ?? 0] ?? 0);
    softmaxInto(scores);
    return chance() < (scores[1] ?? 0) ? 1 : 0;
  });
  return { rows, labels, weights: rows.map(() => 1) };
}

const KNOWN = [0.3, 1.2, -0.8, 0, 0.7, -0.7];

test("the slope is that of finite differences", () => {
  const examples = drawnExamples(60, KNOWN);
  const encoder = encoderOf(design);
  const of = slopeOf(examples, encoder, 2, 0.7);
  const chance = chanceFrom(3);
  const point = Float64Array.from({ length: encoder.size * 2 }, () => chance() - 0.5);
  const slope = new Float64Array(point.length);
  of(point, slope);
  for (const [k, value] of slope.entries()) {
    const [up, down] = [point.slice(), point.slice()];
    up[k] = (up[k] ?? 0) + 1e-5;
    down[k] = (down[k] ?? 0) - 1e-5;
    const scratch = new Float64Array(point.length);
    expect((of(up, scratch) - of(down, scratch)) / 2e-5).toBeCloseTo(value, 7);
  }
});

test("known effects are found again where the penalty is near nought", () => {
  const encoder = encoderOf({ columns: design.columns, together: [] });
  const found = fitSoftmax(drawnExamples(20_000, KNOWN), encoder, 2, 1e-3);
  const difference = (term: number): number => (found[term * 2 + 1] ?? 0) - (found[term * 2] ?? 0);
  expect(difference(1)).toBeCloseTo(1.2, 0);
  expect(difference(2) + difference(1)).toBeCloseTo(0.4, 0);
  expect(difference(4) - difference(3)).toBeCloseTo(0.7, 0);
  expect(difference(5) - difference(3)).toBeCloseTo(-0.7, 0);
});

test("trees find what no line can, and the same ones each time", () => {
  const chance = chanceFrom(5);
  const rows = Array.from({ length: 400 }, () => [chance() < 0.5 ? 0 : 1, chance() < 0.5 ? 0 : 1]);
  const labels = rows.map(([one, other]) => (one === other ? 1 : 0));
  const growth = { rounds: 20, leaves: 4, least: 5, rate: 0.3, penalty: 1, columns: 1, rows: 0.9 };
  const examples = { rows, labels, weights: rows.map(() => 1) };
  const trees = growTrees(examples, 2, growth);
  expect(growTrees(examples, 2, growth)).toEqual(trees);
  for (const [k, row] of rows.entries()) {
    const scores = new Float64Array(2);
    addTrees(trees, row, scores);
    softmaxInto(scores);
    expect(scores[labels[k] ?? 0]).toBeGreaterThan(0.9);
  }
});

describe("days until the next event", () => {
  test("chances of all days of a span sum to one, and a share gives a day of its span", () => {
    for (const span of [0, 1, 4, 6, 9]) {
      let sum = 0;
      for (let day = 0; day < 1000; day++) if (spanOf(day) === span) sum += withinSpan(day);
      expect(sum).toBeCloseTo(1, 9);
    }
    for (let span = 0; span < SPAN_COUNT; span++) {
      for (const share of [0, 0.3, 0.999999]) expect(spanOf(daysAt(span, share))).toBe(span);
    }
  });
});

test("no case is fitted and scored at once", () => {
  const things = Array.from({ length: 60 }, (_, k) => ({ group: k % 13 }));
  const predictions = crossValidate(things, (some) => {
    const known = new Set(some.map(({ group }) => group));
    return ({ group }) => Float64Array.of(known.has(group) ? 1 : 0);
  });
  expect(predictions.map(([leak]) => leak)).toEqual(things.map(() => 0));
});

test("a guess says how often each label came after the same, and sums to one", () => {
  const some = [0, 0, 1].map((label) => ({ label, seen: [label] }));
  const chances = guessChances(guessTable(some, 0, 3), 0);
  expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
  expect(chances[0]).toBeGreaterThan(0.5);
  expect(guessChances(guessTable(some, 0, 3), 9)[2]).toBeGreaterThan(0);
});

test("scores: even chances cost the logarithm of their number, and being right nothing", () => {
  const moments = [0, 1, 2, 0].map((label, k) => ({ label, group: k % 2 }));
  const even = moments.map(() => new Float64Array(3).fill(1 / 3));
  const sure = moments.map(({ label }) => Float64Array.from([0, 1, 2], (c) => (c === label ? 1 : 0)));
  const { logLoss, brier, ahead } = measure(moments, sure, even);
  expect(logLoss.value + brier).toBeCloseTo(0, 12);
  expect(ahead?.value).toBeCloseTo(Math.log(3), 12);
  expect(measure(moments, even).brier).toBeCloseTo(2 / 3, 12);
  expect(reliability(moments, even)).toEqual([{ from: 0.3, said: expect.closeTo(1 / 3), came: 4 / 12, count: 12 }]);
});

test("an interval is wider where cases differ, and each case counts once by case", () => {
  const values = [1, 1, 1, 5];
  const { pooled, byCase } = intervals(values, [1, 1, 1, 2]);
  expect([pooled.value, byCase.value]).toEqual([2, 3]);
  expect(pooled.high).toBeGreaterThan(pooled.low);
});
