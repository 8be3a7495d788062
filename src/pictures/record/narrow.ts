/** The record on a phone: time runs down, with party a left, party b right, both and third parties on the line between. */

import { nth } from "../../problem/index.ts";
import type { Drawn } from "../content.ts";
import { measure } from "../font/measure.ts";
import { cut, wrapLines } from "../font/wrap.ts";
import { nameIn } from "../names.ts";
import type { Sheet } from "../picture.ts";
import { element, SMALL, textAt } from "../svg.ts";
import { courseToken } from "../tokens.ts";
import { cellOf, LABEL, LINE, weightOf } from "./cells.ts";
import { drawMore, group } from "./draw-mark.ts";
import { GLYPH, glyph, UNEQUAL, unequal } from "./glyph.ts";
import type { Mark } from "./marks.ts";
import { type Slot, slotsOf, units } from "./slots.ts";
import { levels, type Standing, type Stretch } from "./stretches.ts";
import type { RecordData, Stroke, Tone, ToneOf } from "./tone.ts";

/** The maximum number of columns of time. With more, each column holds more time. */
const MAX_SLOTS = 60;
const HEAD = 26;
const SPACE = 10;
/** The maximum number of events in a lane, if not all are shown. */
const MAX_IN_LANE = 90;
/** The maximum number of events of which all are shown. */
const MAX_UNABRIDGED = 120;
/** The maximum and minimum number of events in a cell, if not all are shown. */
const MAX_SHOWN = 12;
const MIN_SHOWN = 2;

/** Draws the record downwards. */
export function narrowBody(sheet: Sheet, { telling, marks, stretches, toneOf }: RecordData): Drawn {
  const { say, width } = sheet;
  const unit = units.find((one) => slotsOf(marks, one, say).length <= MAX_SLOTS) ?? "year";
  const { a, b } = telling.scenario.dyad;
  const room = width / 2 - 24;
  const name = (code: string): string => cut(nameIn(telling, code), room, { size: 16, weight: 600 });
  const parts: string[] = [
    textAt(sheet, { x: 10, y: 20, text: name(a), size: 16, weight: 600, fill: "a" }),
    textAt(sheet, { x: width - 10, y: 20, text: name(b), size: 16, weight: 600, fill: "b", anchor: "end" }),
  ];
  let y = 34;
  const slots = slotsOf(marks, unit, say);
  const few = Math.max(MIN_SHOWN, Math.min(MAX_SHOWN, Math.floor(MAX_IN_LANE / slots.length)));
  const most = marks.length <= MAX_UNABRIDGED ? MAX_UNABRIDGED : few;
  for (const slot of slots) {
    if (slot.pause >= 1) {
      parts.push(pause(sheet, slot.pause, y, standingAt(stretches, slot.from - 1)));
      y += 26;
    }
    const block = blockOf(sheet, slot, standingAt(stretches, slot.to - 1), y, { toneOf, most });
    parts.push(block.body);
    y += block.height;
  }
  return { body: parts.join(""), height: y + 4 };
}

/** What the band shows at a minute. */
function standingAt(stretches: readonly Stretch[], minute: number): Standing {
  return stretches.findLast(({ from }) => from <= minute) ?? nth(stretches, 0);
}

/** The middle line: its width shows how high the course is, its colour which course it is. */
function spine(sheet: Sheet, { course, severed, measuresA, measuresB }: Standing, y: number, height: number): string {
  const half = 2 + 1.5 * levels[course];
  const box = { x: sheet.width / 2 - half, y, width: 2 * half, height };
  const line = element("rect", { ...box, fill: sheet.colour(courseToken(course)), "data-course": course });
  const side = (party: "a" | "b", x: number): string =>
    element("rect", { x, y, width: 2.5, height, fill: sheet.colour(party), class: "measures" });
  return (
    line +
    (severed ? element("rect", { ...box, fill: `url(#${sheet.id("severed")})`, class: "severed" }) : "") +
    (measuresA ? side("a", sheet.width / 2 - half - 5) : "") +
    (measuresB ? side("b", sheet.width / 2 + half + 2.5) : "")
  );
}

function pause(sheet: Sheet, days: number, y: number, standing: Standing): string {
  const text = sheet.say.pause(days);
  const x = sheet.width / 2;
  const half = measure(text, 12) / 2 + 8;
  const box = { x: x - half, y: y + 4, width: 2 * half, height: 18, rx: 9 };
  const back = element("rect", { ...box, fill: sheet.colour("paper"), stroke: sheet.colour("line") });
  return spine(sheet, standing, y, 26) + back + textAt(sheet, { x, y: y + 17, text, ...SMALL, anchor: "middle" });
}

/** A day: its head, then its events in order, each on its side. */
function blockOf(
  sheet: Sheet,
  slot: Slot,
  standing: Standing,
  y: number,
  { toneOf, most }: { readonly toneOf: ToneOf; readonly most: number },
): Drawn {
  const { say, width } = sheet;
  const shown = new Set(
    (["a", "middle", "b"] as const).flatMap((lane) =>
      cellOf(slot, lane, 400, say, most).flatMap(({ mark }) => (mark === undefined ? [] : [mark.id])),
    ),
  );
  const hidden = slot.marks.filter(({ id }) => !shown.has(id));
  let at = y + HEAD + SPACE;
  const drawn = slot.marks.flatMap((mark) => {
    if (!shown.has(mark.id)) return [];
    const one = eventAt(sheet, mark, at, toneOf(mark));
    at += one.height + SPACE;
    return [one.body];
  });
  if (hidden.length > 0) {
    drawn.push(drawMore(sheet, hidden, width - 40, at + 11));
    at += LINE + SPACE;
  }
  const fill = courseToken(standing.course);
  const letters = { size: 13, weight: 600 } as const;
  const text = cut(`${slot.label} · ${say.courses[standing.course]}`, width - 40, letters);
  const pill = measure(text, letters.size, letters.weight) + 28;
  const head =
    element("rect", { x: (width - pill) / 2, y, width: pill, height: HEAD, rx: HEAD / 2, fill: sheet.colour(fill) }) +
    textAt(sheet, { x: width / 2, y: y + 17.5, text, fill: `on-${fill}`, anchor: "middle", ...letters });
  return { body: spine(sheet, standing, y + HEAD, at - y - HEAD + 4) + head + drawn.join(""), height: at - y + 4 };
}

/** An event: left of the line, right of it, or on it. */
function eventAt(sheet: Sheet, mark: Mark, y: number, tone: Tone): Drawn {
  const middle = sheet.width / 2;
  const weight = weightOf(mark);
  const [isMiddle, isLeft] = [mark.lane === "middle", mark.lane === "a"];
  const sign = mark.disputed ? UNEQUAL : 0;
  const room = isMiddle ? sheet.width - 90 - sign : middle - 52 - sign;
  const lines = wrapLines(mark.text, room, isMiddle ? 2 : 3, { size: LABEL, weight });
  const widths = lines.map((line) => measure(line, LABEL, weight));
  const whole = GLYPH + Math.max(...widths) + sign;
  const base = y + 11;
  const last = base + (lines.length - 1) * LINE;
  const height = lines.length * LINE;
  const x = isLeft ? middle - 22 : isMiddle ? middle - whole / 2 + GLYPH / 2 : middle + 22;
  // Where the words end at the glyph, or begin at it.
  const edge = isLeft ? x - GLYPH / 2 - 2 : x + GLYPH / 2 + 2;
  const words = { x: isLeft ? edge - sign : edge, size: LABEL, weight, anchor: isLeft ? "end" : "start" } as const;
  const text = lines.map((line, k) => textAt(sheet, { y: base + k * LINE, text: line, ...words })).join("");
  const disputedX = isLeft ? edge - 10 : edge + (widths.at(-1) ?? 0) + UNEQUAL - 10;
  const strokes = widths.map((wide, k): Stroke => {
    const at = base - 4.5 + k * LINE;
    if (isLeft) return { from: edge - sign - wide - 2, to: k === 0 ? x + 9 : edge, y: at };
    return { from: k === 0 ? x - 9 : edge, to: edge + wide + 2, y: at };
  });
  const box = { x: x - GLYPH / 2 - 4, y: y - 5, width: whole + 12, height: height + 8, rx: 6 };
  const back = isMiddle ? element("rect", { ...box, fill: sheet.colour("panel"), stroke: sheet.colour("line") }) : "";
  const drawn = text + (mark.disputed ? unequal(sheet, disputedX, last) : "");
  const shape = glyph(sheet, mark.kind, mark.verdict, x, base - 4.5);
  return { body: group(sheet, mark, tone, back + shape + drawn, strokes), height };
}
