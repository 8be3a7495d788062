/** The record true to scale: each event at its time, its words where they find room. */
import { nth } from "../../problem/index.ts";
import type { Drawn } from "../content.ts";
import { measure } from "../font/measure.ts";
import { wrapLines } from "../font/wrap.ts";
import type { Sheet } from "../picture.ts";
import { assignRows, rowsOf } from "../place.ts";
import { drawDates, type Scale, scaleOf, ticksOf } from "../scale.ts";
import { BAND_HEIGHT, band, scaledSegments } from "./band.ts";
import { LABEL, weightOf } from "./cells.ts";
import { drawEntry, drawMore, type Spot } from "./draw-mark.ts";
import { GLYPH, UNEQUAL } from "./glyph.ts";
import { drawMiddleLane, laneName, leastHeight, NAMES, PAD } from "./lanes.ts";
import { links } from "./links.ts";
import type { Mark } from "./marks.ts";
import type { RecordData, ToneOf } from "./tone.ts";

const ROW = 21;
/** The most rows of a lane, and how wide the count of those without room is. */
const MAX_ROWS = 9;
const MORE = 44;

/** Draws the record on a scale true to time. */
export function timeBody(sheet: Sheet, { telling, marks, stretches, chosen, toneOf }: RecordData): Drawn {
  const scale = scaleOf(telling.scenario.window.from, telling.until, NAMES, sheet.width - 8 - MORE);
  const top = BAND_HEIGHT;
  const spots = new Map<string, Spot>();
  let y = top + 34;
  const drawn = (["a", "middle", "b"] as const).map((lane) => {
    const own = marks.filter((mark) => mark.lane === lane);
    const here = laneOf(sheet, own, scale, y, toneOf, spots);
    const height = Math.max(leastHeight(telling, lane, sheet), here.height);
    const back = lane === "middle" ? drawMiddleLane(sheet, y, height) : "";
    const name = laneName(sheet, telling, lane, y);
    y += height + 2 * PAD;
    return { behind: back + name, before: here.body };
  });
  const dates = drawDates(sheet, ticksOf(scale, sheet.say), `${top}V${y.toFixed(1)}`, top + 16);
  const arrows = links(sheet, marks, spots, chosen);
  const behind = drawn.map((lane) => lane.behind).join("");
  const before = drawn.map((lane) => lane.before).join("");
  return { body: band(sheet, scaledSegments(scale, stretches), 0) + behind + dates + arrows + before, height: y };
}

/** Words first where there is room for them, then glyphs alone, then a count. */
function laneOf(
  sheet: Sheet,
  marks: readonly Mark[],
  { at, right }: Scale,
  y: number,
  toneOf: ToneOf,
  spots: Map<string, Spot>,
): Drawn {
  const around = (mark: Mark): number => GLYPH + 6 + (mark.disputed ? UNEQUAL : 0);
  const wishes = marks.map((mark) => {
    const width = around(mark) + Math.min(240, measure(mark.text, LABEL, weightOf(mark)));
    return { x: Math.min(at(mark.minute), right - width), width };
  });
  const rows = assignRows(wishes, MAX_ROWS, 4);
  const hidden = marks.filter((_, k) => rows[k] === undefined);
  const drawn = marks.map((mark, k) => {
    const [row, wish] = [rows[k], nth(wishes, k)];
    if (row === undefined) return "";
    const lines = wrapLines(mark.text, wish.width - around(mark) + 0.5, 1, { size: LABEL, weight: weightOf(mark) });
    const [x, top] = [wish.x + GLYPH / 2, y + PAD + row * ROW];
    spots.set(mark.id, { x, y: top + 6.5, end: wish.x + wish.width });
    return drawEntry(sheet, { mark, hidden: [], lines, top: 0, height: ROW }, x, top, toneOf(mark));
  });
  const more = hidden.length === 0 ? "" : drawMore(sheet, hidden, right + 14, y + PAD + 11);
  return { body: drawn.join("") + more, height: rowsOf(rows) * ROW };
}
