/** Text is measured as the font has it, wraps into its box, and places never overlap. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { create } from "fontkit";
import { expect, test } from "vitest";
import { measure } from "../../src/pictures/font/measure.ts";
import { cut, narrowestWidth, wrapLines } from "../../src/pictures/font/wrap.ts";
import { assignRows } from "../../src/pictures/place.ts";

const sentence = "Recalls its ambassador – “at once”, 26.01.2024 × 3 Ça va, Łódź";

test.each([400, 600] as const)("the widths of weight %i are those of the font file", (weight) => {
  const file = (subset: string) =>
    create(readFileSync(`node_modules/@fontsource/source-sans-3/files/source-sans-3-${subset}-${weight}-normal.woff2`));
  const fonts = [file("latin"), file("latin-ext")];
  for (const sign of sentence) {
    const point = sign.codePointAt(0) ?? 0;
    const font = fonts.find((one) => "characterSet" in one && one.characterSet.includes(point));
    if (font === undefined || !("characterSet" in font)) throw new Error(`No font has ${sign}.`);
    expect(measure(sign, 1000, weight)).toBe(font.glyphForCodePoint(point).advanceWidth);
  }
});

test("what the font lacks has a width too, and marks that combine have none", () => {
  expect(measure("東", 10)).toBe(13);
  expect(measure("≠", 10)).toBeGreaterThan(5);
  expect(measure("e\u0301\u0327", 10)).toBe(measure("e", 10) + measure("\u0301\u0327", 10));
});

test("no line is wider than its box, and no more lines than asked", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.integer({ min: 30, max: 300 }),
      fc.integer({ min: 1, max: 3 }),
      (text, width, most) => {
        const lines = wrapLines(text, width, most, { size: 13 });
        expect(lines.length).toBeLessThanOrEqual(most);
        for (const line of lines) expect(measure(line, 13)).toBeLessThanOrEqual(width);
        expect(measure(cut(text, width, { size: 13 }), 13)).toBeLessThanOrEqual(width);
      },
    ),
  );
});

test("what was cut says so, and what fits is whole", () => {
  expect(wrapLines("one two three four five", 60, 2, { size: 13 }).at(-1)).toMatch(/…$/);
  expect(wrapLines("one two three four", 600, 2, { size: 13 })).toEqual(["one two three four"]);
  const text = "Recalls its ambassador";
  expect(wrapLines(text, narrowestWidth(text, { size: 13 }), 2, { size: 13 })).toEqual(["Recalls its", "ambassador"]);
});

test("places on one row do not overlap", () => {
  const wish = fc.record({ x: fc.integer({ min: 0, max: 500 }), width: fc.integer({ min: 1, max: 90 }) });
  fc.assert(
    fc.property(fc.array(wish), (wishes) => {
      const rows = assignRows(wishes, 3);
      for (const [k, one] of wishes.entries()) {
        for (const [j, other] of wishes.slice(0, k).entries()) {
          if (rows[k] === undefined || rows[k] !== rows[j]) continue;
          expect(one.x >= other.x + other.width + 8 || other.x >= one.x + one.width + 8).toBe(true);
        }
      }
    }),
  );
});
