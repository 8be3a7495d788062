/** The record true to scale: each event at its time, with its words if there is room. */
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
/** The maximum number of rows of a lane, and the width of the count of events without room. */
const MAX_ROWS = 9;
const MORE = 44;

/** Draws the record on a scale true to time. */
export function timeBody(sheet: Sheet, { telling, marks, stretches, chosen, toneOf }: RecordData): Drawn {
  const scale = scaleOf(telling.scenario.window.from, telling.until, NAMES, sheet.width - 8 - MORE);
  const top = BAND_HEIGHT;
  const spots = new Map<string, Spot>();
  let y = top + 34;
  const drawn = (["a", "middle", "b"] as const).map((lane) => {
    const ofLane = marks.filter((mark) => mark.lane === lane);
    const here = laneOf(sheet, ofLane, scale, y, toneOf, spots);
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

/** Events with their words on the first row that has room, and a count of those without room. */
function laneOf(
  sheet: Sheet,
  marks: readonly Mark[],
  { at, right }: Scale,
  y: number,
  toneOf: ToneOf,
  spots: Map<string, Spot>,
): Drawn {
  const glyphWidth = (mark: Mark): number => GLYPH + 6 + (mark.disputed ? UNEQUAL : 0);
  const wishes = marks.map((mark) => {
    const width = glyphWidth(mark) + Math.min(240, measure(mark.text, LABEL, weightOf(mark)));
    return { x: Math.min(at(mark.minute), right - width), width };
  });
  const rows = assignRows(wishes, MAX_ROWS, 4);
  const hidden = marks.filter((_, k) => rows[k] === undefined);
  const drawn = marks.map((mark, k) => {
    const [row, wish] = [rows[k], nth(wishes, k)];
    if (row === undefined) return "";
    const lines = wrapLines(mark.text, wish.width - glyphWidth(mark) + 0.5, 1, { size: LABEL, weight: weightOf(mark) });
    const [x, top] = [wish.x + GLYPH / 2, y + PAD + row * ROW];
    spots.set(mark.id, { x, y: top + 6.5, end: wish.x + wish.width });
    return drawEntry(sheet, { mark, hidden: [], lines, top: 0, height: ROW }, x, top, toneOf(mark));
  });
  const more = hidden.length === 0 ? "" : drawMore(sheet, hidden, right + 14, y + PAD + 11);
  return { body: drawn.join("") + more, height: rowsOf(rows) * ROW };
}
