/** Numbers of a grid are read on the strongest shade, on light paper and on dark. */
import { expect, test } from "vitest";
import { MAX_SHADE } from "../../src/pictures/futures/grid.ts";
import { tokens } from "../../src/pictures/tokens.ts";
import { contrast } from "../support/colour.ts";

const channels = (hex: string): readonly number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** A colour laid over another with some opacity. */
const blend = (one: string, other: string, share: number): string =>
  `#${channels(one)
    .map((value, k) => Math.round(value * share + (channels(other)[k] ?? 0) * (1 - share)))
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")}`;

test.each([
  ["contact", 0],
  ["contact", 1],
  ["force", 0],
  ["force", 1],
] as const)("%s in theme %i", (token, theme) => {
  const shade = blend(tokens[token][theme], tokens.panel[theme], MAX_SHADE);
  expect(contrast(tokens.ink[theme], shade)).toBeGreaterThanOrEqual(4.5);
});
