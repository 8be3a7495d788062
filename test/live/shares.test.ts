/** The two buttons of a bet that help to get to a hundred. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { scaleToHundred, shareRest } from "../../src/live/shares.ts";

const share = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
const shares = fc.array(share, { minLength: 2, maxLength: 8 });
/** Of which something is left. */
const few = fc.array(
  fc.integer({ min: 0, max: 120 }).map((tenths) => tenths / 10),
  { minLength: 2, maxLength: 8 },
);
const sum = (all: readonly number[]): number => Math.round(10 * all.reduce((total, one) => total + one, 0)) / 10;

test("made a hundred, shares add up to it, none is negative, and none that was larger is smaller", () => {
  fc.assert(
    fc.property(shares, (start) => {
      const result = scaleToHundred(start);
      expect(sum(result)).toBe(100);
      for (const [k, one] of result.entries()) {
        expect(one).toBeGreaterThanOrEqual(0);
        // Rounding to tenths, and what it leaves, may move the largest by half a tenth for each option.
        for (const [other, more] of result.entries()) {
          if ((start[other] ?? 0) > (start[k] ?? 0)) expect(more).toBeGreaterThanOrEqual(one - 0.05 * result.length);
        }
      }
    }),
  );
});

test("the rest is shared out among the options that have nothing, and what has something keeps it", () => {
  fc.assert(
    fc.property(few, (start) => {
      const result = shareRest(start);
      expect(sum(result)).toBe(100);
      if (!start.includes(0)) return;
      for (const [k, one] of start.entries()) {
        if (one > 0) expect(Math.abs((result[k] ?? 0) - one)).toBeLessThanOrEqual(0.05 * start.length + 0.01);
      }
    }),
    { examples: [[[0, 0, 0]], [[30, 0, 0]], [[99.9, 0.1, 0]]] },
  );
});

test("where nothing is left to give, nothing changes", () => {
  expect(shareRest([60, 50])).toEqual([60, 50]);
  expect(shareRest([0, 0])).toEqual([50, 50]);
  expect(scaleToHundred([0, 0, 0]).toSorted()).toEqual([33.3, 33.3, 33.4]);
});
