/** Lanes: one line of columns with the band above it, party a above, both and third parties between, party b below. */

import { nth } from "../../problem/index.ts";
import type { ReplayView } from "../../views/index.ts";
import { measure } from "../font/measure.ts";
import { wrapLines } from "../font/wrap.ts";
import { nameIn } from "../names.ts";
import type { Sheet } from "../picture.ts";
import { element, round, SMALL, textAt } from "../svg.ts";
import { BAND_HEIGHT, band, segmentsOf } from "./band.ts";
import { cellOf, heightOf, LABEL } from "./cells.ts";
import { drawEntry, type Spot } from "./draw-mark.ts";
import { GLYPH, UNEQUAL } from "./glyph.ts";
import type { Lane } from "./marks.ts";
import type { Stretch } from "./stretches.ts";
import type { Column, System } from "./systems.ts";
import type { ToneOf } from "./tone.ts";

/** How wide the names of the lanes are. */
export const NAMES = 104;
/** Where the dates are under the band, and where the lanes begin. */
const DATES = 16;
const BELOW_DATES = DATES + 18;
const LANES = ["a", "middle", "b"] as const;
/** The space at the top and at the bottom of a lane. */
export const PAD = 9;

/** A drawn line of columns: what is behind the arrows, what is in front of them, and where the events are. */
export interface Lanes {
  readonly behind: string;
  readonly before: string;
  readonly spots: ReadonlyMap<string, Spot>;
  readonly height: number;
}

/** Draws a line of columns, its top at `y`. */
export function lanes(
  sheet: Sheet,
  telling: ReplayView,
  system: System,
  stretches: readonly Stretch[],
  y: number,
  toneOf: ToneOf,
): Lanes {
  const rows = LANES.map((lane) => laneOf(telling, system, lane, sheet));
  const top = y + BAND_HEIGHT;
  let at = top + BELOW_DATES;
  const tops = rows.map(({ height }) => {
    const here = at;
    at += height + 2 * PAD;
    return here;
  });
  const bottom = at;
  const spots = new Map<string, Spot>();
  const entries = rows.flatMap(({ cells }, k) =>
    cells.flatMap(({ column, cell }) =>
      cell.map((entry) => {
        const x = column.x + GLYPH / 2 + 3;
        const from = nth(tops, k) + PAD + entry.top;
        const { mark, lines } = entry;
        if (mark === undefined) return drawEntry(sheet, entry, x, from, "plain");
        const longest = Math.max(...lines.map((text) => measure(text, LABEL, 600)));
        const end = x + GLYPH / 2 + 3 + longest + (mark.disputed ? UNEQUAL : 0);
        spots.set(mark.id, { x, y: from + 6.5, end });
        return drawEntry(sheet, entry, x, from, toneOf(mark));
      }),
    ),
  );
  const { rest, restX, right } = system;
  const behind =
    band(sheet, segmentsOf(system, stretches), y) +
    drawMiddleLane(sheet, nth(tops, 1), nth(rows, 1).height) +
    system.columns.map((column) => columnHead(sheet, column, top, bottom)).join("") +
    (rest < 1 ? "" : pauseSign(sheet, rest, (restX + right) / 2, top + DATES)) +
    LANES.map((lane, k) => laneName(sheet, telling, lane, nth(tops, k))).join("");
  return { behind, before: entries.join(""), spots, height: bottom - y };
}

function laneOf(telling: ReplayView, { columns }: System, lane: Lane, sheet: Sheet) {
  const cells = columns.map((column) => ({ column, cell: cellOf(column, lane, column.width, sheet.say) }));
  return { cells, height: Math.max(leastHeight(telling, lane, sheet), ...cells.map(({ cell }) => heightOf(cell))) };
}

/** The minimum height of a lane: that of its name. */
export function leastHeight(telling: ReplayView, lane: Lane, sheet: Sheet): number {
  return lane === "middle" ? 30 : 6 + nameLines(telling, lane, sheet).length * 18;
}

/** Draws the background of the lane between the parties. */
export function drawMiddleLane(sheet: Sheet, y: number, height: number): string {
  const box = { x: 0, y, width: sheet.width, height: height + 2 * PAD };
  return element("rect", { ...box, fill: sheet.colour("panel") });
}

function columnHead(sheet: Sheet, { x, label, pause, before }: Column, top: number, bottom: number): string {
  const d = `M${x.toFixed(1)} ${top + 2}V${bottom}`;
  const line = element("path", { d, stroke: sheet.colour("line"), "stroke-width": 1 });
  const date = textAt(sheet, { x: x + 5, y: top + DATES, text: label, size: LABEL, weight: 600 });
  return line + date + (pause < 1 || before === 0 ? "" : pauseSign(sheet, pause, x - before / 2, top + DATES));
}

/** `⋯ 3 d ⋯`, the dots as drawings. */
function pauseSign(sheet: Sheet, days: number, x: number, y: number): string {
  const text = sheet.say.pause(days);
  const half = measure(text, 12) / 2;
  // Lines so short that only their round ends are visible.
  const dots = [-half - 12, -half - 8.5, -half - 5, half + 5, half + 8.5, half + 12]
    .map((dx) => `M${round(x + dx)} ${round(y - 4)}h.01`)
    .join("");
  const drawn = { d: dots, stroke: sheet.colour("soft"), "stroke-width": 2, "stroke-linecap": "round" };
  return element("path", drawn) + textAt(sheet, { x, y, text, ...SMALL, anchor: "middle" });
}

/** The name at the left of a lane: of its party, or of what is between the parties. */
function nameLines(telling: ReplayView, lane: Lane, { say }: Sheet): readonly string[] {
  if (lane === "middle") return wrapLines(say.together, NAMES - 12, 2, { size: 12 });
  return wrapLines(nameIn(telling, telling.scenario.dyad[lane]), NAMES - 12, 2, { size: 16, weight: 600 });
}

/** Draws the name of a lane whose top is at `y`. */
export function laneName(sheet: Sheet, telling: ReplayView, lane: Lane, y: number): string {
  return nameLines(telling, lane, sheet)
    .map((text, k) =>
      lane === "middle"
        ? textAt(sheet, { x: 8, y: y + PAD + 11 + k * 15, text, ...SMALL })
        : textAt(sheet, { x: 8, y: y + PAD + 13 + k * 18, text, size: 16, weight: 600, fill: lane }),
    )
    .join("");
}
