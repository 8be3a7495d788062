/** Content: paragraphs, headings and legends with their heights, and drawings under one another. */
import { nth, visible, visibleLine } from "../problem/index.ts";
import { LEADING, measure } from "./font/measure.ts";
import { cut, type Letters, wrapLines } from "./font/wrap.ts";
import type { Content, Sheet } from "./picture.ts";
import { element, type Label, SMALL, textAt } from "./svg.ts";
import type { Token } from "./tokens.ts";
import type { Words } from "./words/index.ts";

/** A drawing and its height. */
export interface Drawn {
  readonly body: string;
  readonly height: number;
}

/** A text with the looks of its letters. */
export interface Paragraph extends Letters, Pick<Label, "anchor" | "fill" | "halo"> {
  readonly text: string;
  /** The maximum number of lines; 3 by default. */
  readonly most?: number;
}

/** The free space at each side. */
export const MARGIN = 16;

/** Paragraphs under one another, from the top at `y`. */
export function column(
  sheet: Sheet,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  paragraphs: readonly Paragraph[],
): Drawn {
  let at = y;
  const lines = paragraphs.flatMap(({ text, most = 3, ...looks }) =>
    wrapLines(visibleLine(text), width, most, looks).map((one) => {
      const left = looks.anchor === "end" ? x + width : looks.anchor === "middle" ? x + width / 2 : x;
      const drawn = textAt(sheet, { x: left, y: at + looks.size, text: one, ...looks });
      at += looks.size * LEADING;
      return drawn;
    }),
  );
  return { body: lines.join(""), height: at - y };
}

/** The head of a picture: its title, and a line or two under it. */
export function heading(sheet: Sheet, title: string, below: readonly string[], y: number): Drawn {
  const size = sheet.narrow ? 18 : 20;
  return column(sheet, { x: MARGIN, y, width: sheet.width - 2 * MARGIN }, [
    { text: title, size, weight: 600, most: 4 },
    ...below.map((text) => ({ text, size: 13, fill: "soft" as const, most: 4 })),
  ]);
}

/** A remark in one line from the left, cut if it has no room. */
export function remark(sheet: Sheet, text: string, y: number, looks: Partial<Label> = {}): string {
  const label = { x: 12, y, size: 13, fill: "soft", ...looks } as const;
  return textAt(sheet, { ...label, text: cut(text, sheet.width - 24, label) });
}

/** Drawings under one another from `y`, with `gap` after each; and where they end. */
export function stackDrawings<T>(
  y: number,
  things: readonly T[],
  draw: (thing: T, y: number) => Drawn,
  gap = 0,
): { readonly body: string; readonly end: number } {
  let end = y;
  const bodies = things.map((thing) => {
    const { body, height } = draw(thing, end);
    end += height + gap;
    return body;
  });
  return { body: bodies.join(""), end };
}

/** An item of a key: its width, and how to draw it from its left end and base line. */
export interface Item {
  readonly width: number;
  readonly draw: (x: number, y: number) => string;
}

/** Items in lines from the left, like words in a paragraph. */
export function flow(items: readonly Item[], left: number, right: number, y: number): Drawn {
  let x = left;
  let row = 0;
  const drawn = items.map(({ width, draw }) => {
    if (x > left && x + width > right) {
      x = left;
      row += 1;
    }
    const body = draw(x, y + row * 19);
    x += width + 18;
    return body;
  });
  return { body: drawn.join(""), height: items.length === 0 ? 0 : (row + 1) * 19 };
}

/** An entry of a legend: a mark drawn in a box of 22 by 14, and its meaning. */
export interface Key {
  readonly mark: (x: number, y: number) => string;
  readonly text: string;
}

/** A legend: entries beside each other, in as many lines as they need. */
export function legend(sheet: Sheet, keys: readonly Key[], y: number): Drawn {
  const items = keys.map(({ mark, text }) => ({
    width: 24 + measure(text, 12),
    draw: (x: number, at: number): string => mark(x, at + 9) + textAt(sheet, { x: x + 24, y: at + 13, text, ...SMALL }),
  }));
  return flow(items, MARGIN, sheet.width - MARGIN, y);
}

/** A content as a function of its top. */
export type ContentAt = (y: number) => Content;

/** Contents under one another, with their texts in the same order. */
export function stackContents(title: string, parts: readonly ContentAt[]): Content {
  let y = 0;
  const contents = parts.map((part) => {
    const content = part(y);
    y += content.height;
    return content;
  });
  const visible = contents.filter(({ height }) => height > 0);
  return {
    height: y,
    title,
    description: visible.map(({ description }) => description).join(" "),
    text: visible.map(({ text }) => text).join("\n\n"),
    body: contents.map(({ body }) => body).join(""),
  };
}

/** Places for widths along a line, in the same order, each as near to its desired middle as the others allow. */
export function spread(
  wishes: readonly { readonly middle: number; readonly width: number }[],
  low: number,
  high: number,
  gap = 6,
): readonly number[] {
  const places: number[] = [];
  for (const [k, { middle, width }] of wishes.entries()) {
    const before = k === 0 ? low : nth(places, k - 1) + nth(wishes, k - 1).width / 2 + gap;
    places.push(Math.max(middle, before + width / 2));
  }
  let end = high;
  for (let k = places.length - 1; k >= 0; k--) {
    const half = nth(wishes, k).width / 2;
    places[k] = Math.min(nth(places, k), end - half);
    end = nth(places, k) - half - gap;
  }
  return places;
}

/** A line between two points. */
export function rule(
  sheet: Sheet,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  stroke: Token,
  width = 1,
  dash?: string,
): string {
  const look = { stroke: sheet.colour(stroke), "stroke-width": width, "stroke-dasharray": dash };
  return element("line", { x1, y1, x2, y2, ...look });
}

/** Texts as sentences, each with a full stop. */
export function sentences(texts: readonly string[]): string {
  return texts.map((text) => visible(text).replace(/[.\s]*$/, ".")).join(" ");
}

/** A number with a fixed number of digits after its point. */
export function decimal({ point }: Words, value: number, digits = 1): string {
  return value.toFixed(digits).replace(".", point);
}

export function capitalize(text: string): string {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
}
