/** What a picture shows: its labels with the boxes that they keep to, as SVG gives them. */
import { expect } from "vitest";
import type { Picture } from "../../src/pictures/index.ts";
import { DOMParser } from "./page.ts";

/** A label and its box. */
export interface Box {
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const TEXT = /<text ([^>]*)>([^<]*)<\/text>/g;

/** The labels of a picture. Text stands where its attributes say: nothing around it moves it. */
export function boxesOf({ svg }: Pick<Picture, "svg">): readonly Box[] {
  return [...svg.matchAll(TEXT)].map(([, attributes = "", text = ""]) => {
    const of = (name: string): string | undefined => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1];
    const [x, y, size, width] = [of("x"), of("y"), of("font-size"), of("textLength")].map(Number);
    if (x === undefined || y === undefined || size === undefined || width === undefined)
      throw new Error(`No box: ${text}`);
    const left = of("text-anchor") === "end" ? x - width : of("text-anchor") === "middle" ? x - width / 2 : x;
    return { text, size, left, right: left + width, top: y - 0.74 * size, bottom: y + 0.2 * size };
  });
}

/** Half a pixel of rounding is no overlap. */
const HAIR = 0.6;

/** Asserts that no label overlaps another or leaves the picture, and that all can be read. */
export function expectLaidOut(picture: Picture, name: string): void {
  const boxes = boxesOf(picture);
  const outside = boxes.filter(
    ({ left, right, top, bottom }) =>
      left < -HAIR || right > picture.width + HAIR || top < -HAIR || bottom > picture.height + HAIR,
  );
  expect(outside, `${name}: outside`).toEqual([]);
  expect(
    boxes.filter(({ size }) => !(size >= 12)),
    `${name}: too small`,
  ).toEqual([]);
  expect(overlaps(boxes), `${name}: overlap`).toEqual([]);
}

/** Pairs of labels that overlap. */
export function overlaps(boxes: readonly Box[]): readonly (readonly [string, string])[] {
  const sorted = boxes.toSorted((p, q) => p.top - q.top);
  return sorted.flatMap((one, k) => {
    const found: (readonly [string, string])[] = [];
    for (let j = k + 1; j < sorted.length; j++) {
      const other = sorted[j];
      if (other === undefined || other.top >= one.bottom - HAIR) break;
      if (one.left < other.right - HAIR && other.left < one.right - HAIR) found.push([one.text, other.text]);
    }
    return found;
  });
}

/** The picture as a document; throws where it is no XML. */
export function parsed({ svg }: Pick<Picture, "svg">): Document {
  const document = new DOMParser().parseFromString(svg, "image/svg+xml");
  const [error] = document.getElementsByTagName("parsererror");
  if (error !== undefined) throw new Error(error.textContent ?? "It is no XML.");
  return document;
}
