/** The smallest part of a list that still does it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { minimal } from "../../src/search/index.ts";

/** Conditions that hold of every list that has all of some items, for any of several such groups. */
const groups = fc.array(fc.uniqueArray(fc.nat(11), { maxLength: 5 }), { minLength: 1, maxLength: 4 });
const items = fc.shuffledSubarray(
  Array.from({ length: 12 }, (_, k) => k),
  { minLength: 12 },
);
const holdsOf =
  (wanted: readonly (readonly number[])[]) =>
  (some: readonly number[]): boolean =>
    wanted.some((group) => group.every((item) => some.includes(item)));

test("what is given still does it, in the old order, and without any one item it does not", () => {
  fc.assert(
    fc.property(items, groups, (all, wanted) => {
      const holds = holdsOf(wanted);
      const least = minimal(all, holds);
      expect(holds(least)).toBe(true);
      expect(all.filter((item) => least.includes(item))).toEqual(least);
      for (const k of least.keys()) expect(holds(least.toSpliced(k, 1))).toBe(false);
    }),
  );
});

test("conditions that more items can break are reduced, too, until no single item can go", () => {
  // Holds of even sums: leaving out one odd number breaks it, leaving out two does not.
  const isEven = (some: readonly number[]): boolean => some.reduce((sum, one) => sum + one, 0) % 2 === 0;
  const holds = (some: readonly number[]): boolean => isEven(some) && some.length > 0;
  const numbers = fc
    .array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 20 })
    .map((some) => (isEven(some) ? some : [...some, 1]));
  fc.assert(
    fc.property(numbers, (all) => {
      const least = minimal(all, holds);
      for (const k of least.keys()) expect(holds(least.toSpliced(k, 1))).toBe(false);
    }),
  );
});

test("one needle in a long list takes few questions", () => {
  let asked = 0;
  const hay = Array.from({ length: 4096 }, (_, k) => k);
  const least = minimal(hay, (some) => {
    asked += 1;
    return some.includes(1234);
  });
  expect(least).toEqual([1234]);
  expect(asked).toBeLessThan(60);
});

test("with few tries the best so far is given", () => {
  fc.assert(
    fc.property(items, groups, fc.integer({ min: 1, max: 12 }), (all, wanted, tries) => {
      let asked = 0;
      const holds = holdsOf(wanted);
      const least = minimal(
        all,
        (some) => {
          asked += 1;
          return holds(some);
        },
        { tries },
      );
      expect(asked).toBeLessThanOrEqual(tries);
      expect(holds(least)).toBe(true);
    }),
  );
});

test("a condition that needs nothing leaves nothing; one that does not hold is refused", () => {
  expect(minimal([1, 2, 3], () => true)).toEqual([]);
  expect(() => minimal([1, 2, 3], () => false)).toThrow(
    new RangeError("The condition does not hold of the whole list: there is nothing to reduce."),
  );
});
