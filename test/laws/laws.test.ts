/** Every law: held everywhere where that can be enumerated. */
import { describe, expect, test } from "vitest";
import { breachText, everywhere, isExhaustible, laws } from "../../src/laws/index.ts";

const exhaustible = laws.filter(isExhaustible);
const checked = everywhere(laws);

describe.each(exhaustible)("$name", ({ name }) => {
  test("holds everywhere", () => {
    expect(checked.breaches.filter(({ law }) => law === name).map(breachText)).toEqual([]);
  });
});
