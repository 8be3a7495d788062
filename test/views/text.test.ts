import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ansiPalette, line, lineWidth, plainPalette, render, span, width, wrap } from "../../src/render/index.ts";
import { signed, sparkline } from "../../src/views/scores.ts";
import { contrast } from "../support/colour.ts";

const words = fc.array(
  fc.oneof(fc.string({ unit: "grapheme-composite", maxLength: 30 }), fc.constantFrom("平和協定", "مرحبا", "é", "a")),
  { maxLength: 20 },
);
const plain = (text: string) => render([line(text)], plainPalette);

describe("wrapping", () => {
  test("no line is wider than the room, and no letter is lost", () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 8, max: 60 }), fc.integer({ min: 0, max: 4 }), (parts, columns, hang) => {
        const one = line(...parts.map((part, k) => span(`${part} `, k % 2 === 0 ? "strong" : "warn")));
        const lines = wrap(one, columns, hang);
        const letters = (text: string) => text.replace(/ /g, "");
        for (const each of lines) expect(lineWidth(each)).toBeLessThanOrEqual(columns);
        expect(
          letters(
            lines
              .flat()
              .map(({ text }) => text)
              .join(""),
          ),
        ).toBe(letters(one.map(({ text }) => text).join("")));
      }),
    );
  });

  test("words stay whole where they can, and punctuation stays with its word", () => {
    const lines = wrap(line(span("Baloch Liberation Front", "strong"), "; a village"), 16);
    expect(lines.map((one) => plain(one.map(({ text }) => text).join("")))).toEqual([
      "Baloch",
      "Liberation",
      "Front; a village",
    ]);
  });

  test("what fits is left alone, and wrapping it again changes nothing", () => {
    const one = line("course strike");
    expect(wrap(one, 20)).toEqual([one]);
  });

  test("a word wider than the room is broken", () => {
    expect(wrap(line("reconciliation.overture.by-PAK"), 12).map(lineWidth)).toEqual([12, 12, 6]);
  });
});

describe("width", () => {
  test.each([
    ["Tehran", 6],
    ["Démarche", 8],
    ["De\u0301marche", 8],
    ["平和", 4],
    ["مرحبا", 5],
    ["→ ● ✗ ▁█", 8],
    ["😀", 2],
  ])("%s takes %i columns", (text, columns) => expect(width(text)).toBe(columns));
});

test("nothing that enters a line can steer a terminal or turn the writing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(plain(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});

test("a palette adds colours and nothing else", () => {
  const block = [line("course ", span("strike", "force")), line(span("  ", "faint"))];
  const coloured = render(block, ansiPalette);
  expect(coloured).toBe("course \u001b[31mstrike\u001b[39m\n");
  expect(render(block, plainPalette)).toBe("course strike\n");
});

test("scores: a sign on every number, a bar for every value", () => {
  expect([-10, 3.55, 0, -0.04].map(signed)).toEqual(["−10", "+3.6", "0", "0"]);
  expect(sparkline([-10, -5, 0], -10, 0)).toBe("▁▅█");
  expect(sparkline([0, 0], 0, 0)).toBe("▄▄");
});

test("every style can be read on white and on black", () => {
  const written = Object.entries(ansiPalette).map(([style, paint]) => [
    style,
    /^\u001b\[([\d;]+)m/.exec(paint("x"))?.[1],
  ]);
  for (const [style, code = ""] of written) {
    const [, cube] = /^38;5;(\d+)$/.exec(code) ?? [];
    // What a theme decides about is its own affair, but for yellow and white, which most make too light for white.
    if (cube === undefined) expect([style, code]).not.toEqual([style, expect.stringMatching(/^(?:33|37|93|97)$/)]);
    else
      for (const paper of ["#ffffff", "#000000"])
        expect(contrast(colour(Number(cube)), paper)).toBeGreaterThanOrEqual(4.4);
  }
});

/** A colour of the cube of 216 that terminals number from 16. */
function colour(code: number): string {
  const parts = [36, 6, 1].map((step) => [0, 95, 135, 175, 215, 255][Math.floor((code - 16) / step) % 6] ?? 0);
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
