/** The band: the course as steps, with severed relations hatched over it and measures in force as lines under it. */
import { nth } from "../../problem/index.ts";
import { measure } from "../font/measure.ts";
import { cut, narrowestWidth, wrapLines } from "../font/wrap.ts";
import type { Sheet } from "../picture.ts";
import { assignRows } from "../place.ts";
import type { Scale } from "../scale.ts";
import { element, SMALL, textAt, titleElement } from "../svg.ts";
import { courseToken, type Token } from "../tokens.ts";
import type { Headline } from "../words/index.ts";
import { levels, type Standing, type Stretch } from "./stretches.ts";
import type { Column, System } from "./systems.ts";

/** A part of the band: what it shows, from where to where. */
export interface Segment extends Standing {
  readonly from: number;
  readonly to: number;
}

/** The heights of the steps, and of the whole band with a row for words above and lines below. */
const LOWEST = 20;
const RISE = 11;
const BAND = LOWEST + 4 * RISE;
const ABOVE = 18;
const BELOW = 12;
export const BAND_HEIGHT = ABOVE + BAND + BELOW;

/** The hatching of a severed relation in a course: pale lines on a dark colour. */
export function hatching(sheet: Sheet, course: Headline): string {
  return `url(#${sheet.id(courseToken(course) === "retaliation" ? "severed-pale" : "severed")})`;
}

/** The parts of the band in one line of columns. Changes within a day share its column evenly. */
export function segmentsOf(system: System, stretches: readonly Stretch[]): readonly Segment[] {
  const [opening] = stretches;
  if (opening === undefined) return [];
  const first = stretches.findLast(({ from }, k) => k === 0 || from < (system.columns[0]?.from ?? system.from));
  const turns: { readonly x: number; readonly standing: Standing }[] = [{ x: system.left, standing: first ?? opening }];
  for (const column of system.columns) {
    const changes = stretches.slice(1).filter(({ from }) => from >= column.from && from < column.to);
    for (const [k, standing] of changes.entries())
      turns.push({ x: xOf(column, standing.from, k, changes.length), standing });
  }
  return turns.flatMap(({ x, standing }, k): Segment[] => {
    const to = turns[k + 1]?.x ?? system.right;
    return to - x < 0.5 ? [] : [{ ...standing, from: x, to }];
  });
}

function xOf({ x, width, unit, from, to }: Column, minute: number, k: number, count: number): number {
  return x + width * (unit === "day" ? k / count : (minute - from) / (to - from));
}

/** The same on a scale true to time. Parts too short to see are left out. */
export function scaledSegments({ at, until, right }: Scale, stretches: readonly Stretch[]): readonly Segment[] {
  return stretches.flatMap((stretch, k): Segment[] => {
    const from = at(stretch.from);
    const next = stretches[k + 1];
    const to = next === undefined ? right : at(Math.min(next.from, until));
    return to - from < 0.5 ? [] : [{ ...stretch, from, to }];
  });
}

/** A run of neighbouring segments with the same key. */
interface Run<K> {
  readonly key: K;
  readonly from: number;
  to: number;
}

/** Joins neighbouring segments with the same key. */
export function runsOf<K>(segments: readonly Segment[], key: (segment: Segment) => K): readonly Run<K>[] {
  const runs: Run<K>[] = [];
  for (const segment of segments) {
    const last = runs.at(-1);
    if (last !== undefined && last.key === key(segment)) last.to = segment.to;
    else runs.push({ key: key(segment), from: segment.from, to: segment.to });
  }
  return runs;
}

/** Draws the band, its top at `y`. */
export function band(sheet: Sheet, segments: readonly Segment[], y: number): string {
  const base = y + ABOVE + BAND;
  const steps = runsOf(segments, ({ course }) => course);
  const top = (course: Headline): number => base - tall(course);
  const boxes = steps.map(({ key, from, to }, k) => {
    // A sliver of paper between neighbours.
    const width = Math.max(0.5, to - from - (k < steps.length - 1 ? 1 : 0));
    const box = { x: from, y: top(key), width, height: base - top(key), fill: sheet.colour(courseToken(key)) };
    return element("g", { "data-course": key }, titleElement(sheet.say.courses[key]), element("rect", box));
  });
  return [
    ...boxes,
    hatch(sheet, segments, base),
    edge(sheet, steps, base),
    measures(sheet, segments, base),
    bandWords(sheet, steps, y, base),
  ].join("");
}

function tall(course: Headline): number {
  return LOWEST + RISE * levels[course];
}

const WORD = { size: 13, weight: 600 } as const;

/** The words of the steps: inside in one or two lines, or above the band. Without room for either, only the title has them. */
function bandWords(sheet: Sheet, steps: readonly Run<Headline>[], y: number, base: number): string {
  const [left, right] = [steps[0]?.from ?? 0, steps.at(-1)?.to ?? 0];
  const inside = steps.map(({ key, from, to }) => {
    const word = sheet.say.courses[key];
    const lines = narrowestWidth(word, WORD) <= to - from - 12 ? wrapLines(word, to - from - 12, 2, WORD) : [];
    return tall(key) >= 4 + lines.length * 16 ? lines : [];
  });
  const outside = steps
    .filter((_, k) => nth(inside, k).length === 0)
    .map((step) => {
      const text = cut(sheet.say.courses[step.key], right - left, { size: 12 });
      const width = measure(text, 12);
      return { ...step, text, x: Math.max(left, Math.min(step.from, right - width)), width };
    });
  const rows = assignRows(outside, 1, 10);
  const aboveWords = outside.map(({ key, from, to, text, x }, k) => {
    if (rows[k] === undefined) return "";
    const at = Math.max(from + 1, Math.min((from + to) / 2, x + 8));
    const d = `M${at.toFixed(1)} ${y + 16}V${base - tall(key)}`;
    const line = element("path", { d, stroke: sheet.colour("soft"), "stroke-width": 1, fill: "none" });
    return line + textAt(sheet, { x, y: y + 12, text, ...SMALL });
  });
  const insideWords = steps.flatMap(({ key, from }, k) => {
    const halo = courseToken(key);
    const looks = { x: from + 7, fill: `on-${halo}`, halo, ...WORD } as const;
    return nth(inside, k).map((text, j, { length }) =>
      textAt(sheet, { y: base - 6 - 15 * (length - 1 - j), text, ...looks }),
    );
  });
  return [...insideWords, ...aboveWords].join("");
}

/** The edge of the steps, dark enough to be seen where the steps are pale. */
function edge(sheet: Sheet, steps: readonly Run<Headline>[], base: number): string {
  const tops = steps.map(({ key, from, to }) => [from, to].map((x) => `${x.toFixed(1)} ${base - tall(key)}`).join("L"));
  const look = { fill: "none", stroke: sheet.colour("soft"), "stroke-width": 1.5, "stroke-linejoin": "round" };
  return element("path", { d: tops.length === 0 ? "" : `M${tops.join("L")}`, ...look });
}

function hatch(sheet: Sheet, segments: readonly Segment[], base: number): string {
  const runs = runsOf(segments, ({ severed, course }) => (severed ? course : undefined));
  return runs
    .map(({ key, from, to }) => {
      if (key === undefined) return "";
      // The word of the step stays free of hatching.
      const d = { x: from, y: base - tall(key), width: to - from, height: tall(key) - LOWEST };
      return element("rect", { ...d, fill: hatching(sheet, key), class: "severed" });
    })
    .join("");
}

/** Two lines under the band: of party a, and below it of party b. */
function measures(sheet: Sheet, segments: readonly Segment[], base: number): string {
  const line = (party: "a" | "b", stands: (segment: Segment) => boolean, y: number): string =>
    runsOf(segments, stands)
      .map(({ key, from, to }) =>
        key
          ? element("rect", { x: from, y, width: to - from, height: 3, fill: sheet.colour(party), class: "measures" })
          : "",
      )
      .join("");
  return line("a", ({ measuresA }) => measuresA, base + 3) + line("b", ({ measuresB }) => measuresB, base + 8);
}

/** The hatching of severed relations, and of what is not shown yet. */
export function patterns(sheet: Sheet): string {
  const lines = (name: string, token: Token, gap: number, width: number): string =>
    element(
      "pattern",
      { id: sheet.id(name), width: gap, height: gap, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      element("path", { d: `M0 0V${gap}`, stroke: sheet.colour(token), "stroke-width": width }),
    );
  return (
    lines("severed", "on-recalled", 7, 2.4) + lines("severed-pale", "on-retaliation", 7, 2) + lines("fog", "line", 9, 2)
  );
}
