/** Colours of the pictures: text and marks stand out, and no two that must be told apart look alike to anyone. */
import { describe, expect, test } from "vitest";
import { type Token, tokens } from "../../src/pictures/tokens.ts";
import { contrast, distance } from "../support/colour.ts";

const courses = ["normal", "strained", "reconciliation", "recalled", "strike", "retaliation"] as const;
const kinds = ["force", "rupture", "threat", "words", "contact", "conciliation"] as const;

const pairs = (some: readonly Token[]) =>
  some.flatMap((one, k) => some.slice(k + 1).map((other) => [one, other] as const));

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("%s", (_, k) => {
  const of = (token: Token): string => tokens[token][k];

  test.each(["ink", "soft", "a", "b"] as const)("%s is read on paper and panel", (token) => {
    expect(contrast(of(token), of("paper"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(of(token), of("panel"))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(kinds)("a glyph of %s is seen on paper and panel", (token) => {
    expect(contrast(of(token), of("paper"))).toBeGreaterThanOrEqual(3);
    expect(contrast(of(token), of("panel"))).toBeGreaterThanOrEqual(3);
  });

  test.each(courses)("a word is read on the band of %s", (course) => {
    expect(contrast(of(`on-${course}`), of(course))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["a", "b"] as const)("the pennant of %s is read", (party) => {
    expect(contrast(of("pennant"), of(party))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([...pairs(courses), ...pairs(kinds), ["a", "b"] as const])(
    "%s and %s look different to all",
    (one, other) => {
      expect(distance(of(one), of(other))).toBeGreaterThanOrEqual(12);
    },
  );
});

test("the measure finds colours that a deuteranope confuses", () => {
  expect(distance("#ffcdd2", "#c8e6c9")).toBeLessThan(5);
});
