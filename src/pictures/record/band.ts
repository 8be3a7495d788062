/** The band: the course as steps, with severed relations hatched over it and measures in force as lines under it. */

import { measure } from "../font/measure.ts";
import { cut, narrowest, wrapLines } from "../font/wrap.ts";
import type { Sheet } from "../picture.ts";
import { placed } from "../place.ts";
import { element, textAt, titled } from "../svg.ts";
import type { Token } from "../tokens.ts";
import type { Headline } from "../words/index.ts";
import { levels, type Standing, type Stretch } from "./stretches.ts";
import type { Column, System } from "./systems.ts";

/** A part of the band: from where to where it shows what. */
export interface Segment extends Standing {
  readonly from: number;
  readonly to: number;
}

/** How tall the steps are, and all of the band with a row above for words and the lines below. */
const LOWEST = 20;
const RISE = 11;
const BAND = LOWEST + 4 * RISE;
const ABOVE = 18;
const BELOW = 12;
export const BAND_HEIGHT = ABOVE + BAND + BELOW;

const fills: Readonly<Record<Headline, Token & `${string}`>> = {
  normal: "normal",
  strained: "strained",
  reconciliation: "reconciliation",
  recalled: "recalled",
  severed: "recalled",
  strike: "strike",
  retaliation: "retaliation",
  war: "retaliation",
};

const onFills: Readonly<Record<Headline, Token>> = {
  normal: "on-normal",
  strained: "on-strained",
  reconciliation: "on-reconciliation",
  recalled: "on-recalled",
  severed: "on-recalled",
  strike: "on-strike",
  retaliation: "on-retaliation",
  war: "on-retaliation",
};

/** The colours of a course: of its step, and of words on it. */
export function courseTokens(course: Headline): { readonly fill: Token; readonly on: Token } {
  return { fill: fills[course], on: onFills[course] };
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

/** Neighbours that are alike as one. */
export function runsOf<K>(
  segments: readonly Segment[],
  key: (segment: Segment) => K,
): readonly { key: K; from: number; to: number }[] {
  const runs: { key: K; from: number; to: number }[] = [];
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
  const top = (course: Headline): number => base - LOWEST - RISE * levels[course];
  const right = steps.at(-1)?.to ?? 0;
  const left = steps[0]?.from ?? 0;
  const boxes = steps.map(({ key, from, to }, k) => {
    // A sliver of paper between neighbours.
    const width = Math.max(0.5, to - from - (k < steps.length - 1 ? 1 : 0));
    const box = { x: from, y: top(key), width, height: base - top(key), fill: sheet.colour(courseTokens(key).fill) };
    return element("g", { "data-course": key }, titled(sheet.say.courses[key]), element("rect", box));
  });
  const tops = steps.map(({ key, ...span }) => ({ ...span, y: top(key) }));
  return [
    ...boxes,
    hatch(sheet, segments, base),
    edge(sheet, tops),
    measures(sheet, segments, base),
    bandWords(sheet, steps, { y, base, left, right }),
  ].join("");
}

interface Step {
  readonly key: Headline;
  readonly from: number;
  readonly to: number;
}

const WORD = { size: 13, weight: 600 } as const;

/** The words of the steps: in a step, in one line or two, or above the band; what finds no room is left to titles. */
function bandWords(
  sheet: Sheet,
  steps: readonly Step[],
  {
    y,
    base,
    left,
    right,
  }: { readonly y: number; readonly base: number; readonly left: number; readonly right: number },
): string {
  const tall = (course: Headline): number => LOWEST + RISE * levels[course];
  const inside = steps.map(({ key, from, to }) => {
    const word = sheet.say.courses[key];
    const lines = narrowest(word, WORD) <= to - from - 12 ? wrapLines(word, to - from - 12, 2, WORD) : [];
    return tall(key) >= 4 + lines.length * 16 ? lines : [];
  });
  const outside = steps
    .filter((_, k) => inside[k]?.length === 0)
    .map((step) => {
      const text = cut(sheet.say.courses[step.key], right - left, { size: 12 });
      const width = measure(text, 12);
      return { ...step, text, x: Math.max(left, Math.min(step.from, right - width)), width };
    });
  const rows = placed(outside, 1, 10);
  const above = outside.map(({ key, from, to, text, x }, k) => {
    if (rows[k] === undefined) return "";
    const at = Math.max(from + 1, Math.min((from + to) / 2, x + 8));
    const d = `M${at.toFixed(1)} ${y + 16}V${base - tall(key)}`;
    const line = element("path", { d, stroke: sheet.colour("soft"), "stroke-width": 1, fill: "none" });
    return line + textAt(sheet, { x, y: y + 12, text, size: 12, fill: "soft" });
  });
  const within = steps.map(({ key, from }, k) => {
    const { fill, on } = courseTokens(key);
    const lines = inside[k] ?? [];
    return lines
      .map((text, j) => ({
        x: from + 7,
        y: base - 6 - 15 * (lines.length - 1 - j),
        text,
        fill: on,
        halo: fill,
        ...WORD,
      }))
      .map((label) => textAt(sheet, label))
      .join("");
  });
  return [...within, ...above].join("");
}

/** The edge of the steps, dark enough to be seen where the steps are pale. */
function edge(
  sheet: Sheet,
  steps: readonly { readonly from: number; readonly to: number; readonly y: number }[],
): string {
  const d = steps
    .map(({ from, to, y }, k) => `${k === 0 ? "M" : "L"}${from.toFixed(1)} ${y}L${to.toFixed(1)} ${y}`)
    .join("");
  return element("path", {
    d,
    fill: "none",
    stroke: sheet.colour("soft"),
    "stroke-width": 1.5,
    "stroke-linejoin": "round",
  });
}

function hatch(sheet: Sheet, segments: readonly Segment[], base: number): string {
  const runs = runsOf(segments, ({ severed, course }) => (severed ? course : undefined));
  return runs
    .map(({ key, from, to }) => {
      if (key === undefined) return "";
      const height = LOWEST + RISE * levels[key];
      // Its word stays free of the lines.
      const d = { x: from, y: base - height, width: to - from, height: height - LOWEST };
      const pattern = courseTokens(key).on === "on-retaliation" ? "severed-pale" : "severed";
      return element("rect", { ...d, fill: `url(#${sheet.id(pattern)})`, class: "severed" });
    })
    .join("");
}

/** Two lines under the band: of a above, of b below it. */
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
