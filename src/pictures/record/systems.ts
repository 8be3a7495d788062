/** Systems: columns in lines under one another, like the staves of a score, each column as wide as its words. */
import { MINUTES_PER_DAY } from "../../events/index.ts";
import { nth } from "../../problem/index.ts";
import { measure } from "../font/measure.ts";
import type { Words } from "../words/index.ts";
import { widthsOf } from "./cells.ts";
import type { Mark } from "./marks.ts";
import { type Slot, slotsOf, type Unit, units } from "./slots.ts";

/** A column with its place. */
export interface Column extends Slot {
  readonly x: number;
  readonly width: number;
  /** The width of the pause before it. */
  readonly before: number;
}

/** One line of columns. */
export interface System {
  readonly columns: readonly Column[];
  /** The ends of the band, which includes the lead before the first column and the pause after the last. */
  readonly left: number;
  readonly right: number;
  /** Its time. */
  readonly from: number;
  readonly to: number;
  /** Whole days after the last column up to the end of what is shown; only in the last system. */
  readonly rest: number;
  readonly restX: number;
}

/** The axis that the band and the lanes share. */
export interface Axis {
  readonly unit: Unit;
  readonly systems: readonly System[];
}

/** Where an axis may be drawn, and the time it covers. */
export interface Scope {
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly until: number;
  /** Whether a fog follows: columns are not stretched then. */
  readonly foggy?: boolean;
}

/** The width of the opening. */
const LEAD = 30;
/** The maximum number of lines. With more, columns hold more time. */
const MAX_SYSTEMS = 6;

/** Columns for marks: the finest unit of time that does not take too many lines. */
export function axisOf(marks: readonly Mark[], scope: Scope, say: Words): Axis {
  if (marks.length === 0) return { unit: "day", systems: [emptySystem(scope)] };
  for (const unit of units) {
    const lines = linesOf(slotsOf(marks, unit, say), scope, say);
    if (lines.length > MAX_SYSTEMS && unit !== "year") continue;
    return { unit, systems: lines.map((_, k) => systemOf(k, lines, scope, say)) };
  }
  throw new RangeError("No unit of time is the coarsest: a defect of ours.");
}

/** A line without columns: the band alone. */
function emptySystem({ left, right, from, until }: Scope): System {
  const rest = Math.max(0, Math.floor((until + 1 - from) / MINUTES_PER_DAY));
  return { columns: [], left, right, from, to: until + 1, rest, restX: left };
}

interface SizedSlot {
  readonly slot: Slot;
  readonly least: number;
  readonly ideal: number;
  readonly before: number;
}

/** The width of a pause: its words, with dots at both sides. */
function pauseWidth(days: number, say: Words): number {
  return days < 1 ? 0 : measure(say.pause(days), 12) + 34;
}

function linesOf(slots: readonly Slot[], { left, right }: Scope, say: Words): readonly (readonly SizedSlot[])[] {
  const lines: SizedSlot[][] = [];
  let used = 0;
  for (const slot of slots) {
    const { least, ideal } = widthsOf(slot);
    const before = lines.length === 0 ? LEAD : pauseWidth(slot.pause, say);
    const line = lines.at(-1);
    if (line === undefined || used + before + least > right - left - 60) {
      lines.push([{ slot, least, ideal, before }]);
      used = least + before;
    } else {
      line.push({ slot, least, ideal, before });
      used += before + least;
    }
  }
  return lines;
}

function systemOf(k: number, lines: readonly (readonly SizedSlot[])[], scope: Scope, say: Words): System {
  const line = nth(lines, k);
  const last = k === lines.length - 1;
  const end = nth(line, line.length - 1).slot.to;
  const rest = last ? Math.max(0, Math.floor((scope.until + 1 - end) / MINUTES_PER_DAY)) : 0;
  const tail = pauseWidth(rest, say);
  const room = scope.right - scope.left - tail;
  const sum = (of: (one: SizedSlot) => number): number => line.reduce((total, one) => total + of(one), 0);
  const extra = room - sum(({ before, least }) => before + least);
  const wanted = sum(({ least, ideal }) => ideal - least);
  const share = Math.max(0, Math.min(1, extra / Math.max(1, wanted)));
  const left = room - sum(({ before, least, ideal }) => before + least + share * (ideal - least));
  // A nearly empty last line is not stretched, and neither is one before a fog.
  const most = scope.foggy ? 0 : last && lines.length > 1 ? 24 : 160;
  const each = Math.max(0, Math.min(most, left / Math.max(1, line.length)));
  let x = scope.left;
  const columns = line.map(({ slot, least, ideal, before }): Column => {
    const width = least + share * (ideal - least) + each;
    const column = { ...slot, x: x + before, width, before };
    x += before + width;
    return column;
  });
  const [first, to] = [nth(columns, 0), lines[k + 1]?.[0]?.slot.from ?? scope.until + 1];
  const begins = k === 0 ? scope : { left: first.x, from: first.from };
  return { columns, left: begins.left, right: x + tail, from: begins.from, to, rest, restX: x };
}
