/** Cells: the events of a column in one lane, with wrapped labels, and a count of those without room. */

import { measure } from "../font/measure.ts";
import { narrowestWidth, wrapLines } from "../font/wrap.ts";
import type { Words } from "../words/index.ts";
import { GLYPH, UNEQUAL } from "./glyph.ts";
import type { Lane, Mark } from "./marks.ts";
import type { Slot } from "./slots.ts";

/** Letters of labels. */
export const LABEL = 13;
/** From one base line to the next, and from one event to the next. */
export const LINE = 15;
const SPACE = 7;

/** An event in its cell, or a count of those without room. */
export interface Entry {
  readonly mark?: Mark;
  /** Events that are counted here and not shown. */
  readonly hidden: readonly Mark[];
  readonly lines: readonly string[];
  /** Its distance from the cell's top, and its height. */
  readonly top: number;
  readonly height: number;
}

/** The maximum number of events in a cell. */
const MAX_IN_CELL = 7;

/** The weight of a label: what changed the situation is bold. */
export function weightOf({ verdict }: Pick<Mark, "verdict">): 400 | 600 {
  return verdict === "applied" ? 600 : 400;
}

/** The minimum width of a column, with labels in two lines, and its ideal width, with labels in one. */
export function widthsOf(slot: Slot): { readonly least: number; readonly ideal: number } {
  const date = measure(slot.label, LABEL, 600) + 16;
  const glyphWidth = (mark: Mark): number => GLYPH + 10 + (mark.disputed ? UNEQUAL : 0);
  const shown = slot.marks.slice(0, 200);
  const least = shown.map(
    (mark) => glyphWidth(mark) + narrowestWidth(mark.text, { size: LABEL, weight: weightOf(mark) }),
  );
  const ideal = shown.map((mark) => glyphWidth(mark) + measure(mark.text, LABEL, weightOf(mark)));
  // A very long name is cut, so that no column takes the whole width.
  return { least: Math.min(190, Math.max(date, ...least)), ideal: Math.min(260, Math.max(date, ...ideal)) };
}

/** What a column of a given width shows in a lane. */
export function cellOf(slot: Slot, lane: Lane, width: number, say: Words, most = MAX_IN_CELL): readonly Entry[] {
  const marks = slot.marks.filter((mark) => mark.lane === lane);
  const shown = marks.length <= most ? marks : selectForemost(marks, most - 1);
  const hidden = marks.filter((mark) => !shown.includes(mark));
  let top = 0;
  const entries = shown.map((mark): Entry => {
    const room = width - GLYPH - 8 - (mark.disputed ? UNEQUAL : 0);
    const lines = wrapLines(mark.text, room, 2, { size: LABEL, weight: weightOf(mark) });
    const entry = { mark, hidden: [], lines, top, height: lines.length * LINE };
    top += entry.height + SPACE;
    return entry;
  });
  return hidden.length === 0 ? entries : [...entries, { hidden, lines: [say.more(hidden.length)], top, height: LINE }];
}

/** How tall a cell is. */
export function heightOf(cell: readonly Entry[]): number {
  const last = cell.at(-1);
  return last === undefined ? 0 : last.top + last.height;
}

const RANK: Readonly<Record<Mark["kind"], number>> = {
  force: 0,
  rupture: 1,
  conciliation: 2,
  threat: 3,
  contact: 4,
  words: 5,
};

/** Selects the most important marks and keeps their order: those that changed the situation before others, force before words. */
function selectForemost(marks: readonly Mark[], count: number): readonly Mark[] {
  const rank = ({ verdict, kind }: Mark): number => (verdict === "applied" ? 0 : 10) + RANK[kind];
  const kept = new Set(marks.toSorted((p, q) => rank(p) - rank(q)).slice(0, count));
  return marks.filter((mark) => kept.has(mark));
}
