/** The record on a phone: time runs down, party a left, party b right, both and third parties on the line between. */

import { measure } from "../font/measure.ts";
import { cut, wrapLines } from "../font/wrap.ts";
import { nameIn } from "../names.ts";
import type { Sheet } from "../picture.ts";
import { element, textAt } from "../svg.ts";
import { courseTokens } from "./band.ts";
import { cellOf, LABEL, LINE, weightOf } from "./cells.ts";
import { drawMore, group } from "./draw-mark.ts";
import type { Body, Drawn } from "./drawn.ts";
import { GLYPH, glyph, UNEQUAL, unequal } from "./glyph.ts";
import type { Mark } from "./marks.ts";
import { type Slot, slotsOf, units } from "./slots.ts";
import { levels, type Standing, type Stretch } from "./stretches.ts";
import type { Stroke, Tone, ToneOf } from "./tone.ts";

/** More columns of time than this, and each holds more of it. */
const MOST_SLOTS = 60;
const HEAD = 26;
const SPACE = 10;
/** Up to this number of events all are shown. Of more, how many a lane shows in all, and each of its cells at the most and at the least. */
const MOST_IN_LANE = 90;
const ALL = 120;
const MOST_SHOWN = 12;
const LEAST_SHOWN = 2;

/** Draws the record downwards. */
export function narrowBody(sheet: Sheet, { telling, marks, stretches, toneOf }: Drawn): Body {
  const { say, width } = sheet;
  const unit = units.find((one) => slotsOf(marks, one, say).length <= MOST_SLOTS) ?? "year";
  const { a, b } = telling.scenario.dyad;
  const room = width / 2 - 24;
  const name = (code: string): string => cut(nameIn(telling, code), room, { size: 16, weight: 600 });
  const parts: string[] = [
    textAt(sheet, { x: 10, y: 20, text: name(a), size: 16, weight: 600, fill: "a" }),
    textAt(sheet, { x: width - 10, y: 20, text: name(b), size: 16, weight: 600, fill: "b", anchor: "end" }),
  ];
  let y = 34;
  const slots = slotsOf(marks, unit, say);
  const few = Math.max(LEAST_SHOWN, Math.min(MOST_SHOWN, Math.floor(MOST_IN_LANE / slots.length)));
  const most = marks.length <= ALL ? ALL : few;
  for (const slot of slots) {
    if (slot.pause >= 1) {
      parts.push(pause(sheet, slot.pause, y, standingAt(stretches, slot.from - 1)));
      y += 26;
    }
    const block = blockOf(sheet, slot, standingAt(stretches, slot.to - 1), y, { toneOf, most });
    parts.push(block.svg);
    y += block.height;
  }
  return { svg: parts.join(""), height: y + 4 };
}

/** What stands at the end of a time. */
function standingAt(stretches: readonly Stretch[], minute: number): Standing | undefined {
  return stretches.findLast(({ from }, k) => k === 0 || from <= minute);
}

/** The middle line: its width says how high the course stands, its colour which it is. */
function spine(sheet: Sheet, standing: Standing | undefined, y: number, height: number): string {
  if (standing === undefined) return "";
  const half = 2 + 1.5 * levels[standing.course];
  const box = { x: sheet.width / 2 - half, y, width: 2 * half, height };
  const line = element("rect", {
    ...box,
    fill: sheet.colour(courseTokens(standing.course).fill),
    "data-course": standing.course,
  });
  const side = (party: "a" | "b", x: number): string =>
    element("rect", { x, y, width: 2.5, height, fill: sheet.colour(party), class: "measures" });
  return (
    line +
    (standing.severed ? element("rect", { ...box, fill: `url(#${sheet.id("severed")})`, class: "severed" }) : "") +
    (standing.measuresA ? side("a", sheet.width / 2 - half - 5) : "") +
    (standing.measuresB ? side("b", sheet.width / 2 + half + 2.5) : "")
  );
}

function pause(sheet: Sheet, days: number, y: number, standing: Standing | undefined): string {
  const text = sheet.say.pause(days);
  const x = sheet.width / 2;
  const half = measure(text, 12) / 2 + 8;
  const back = element("rect", {
    x: x - half,
    y: y + 4,
    width: 2 * half,
    height: 18,
    rx: 9,
    fill: sheet.colour("paper"),
    stroke: sheet.colour("line"),
  });
  return (
    spine(sheet, standing, y, 26) +
    back +
    textAt(sheet, { x, y: y + 17, text, size: 12, fill: "soft", anchor: "middle" })
  );
}

/** A day: its head, then its events in order, each on its side. */
function blockOf(
  sheet: Sheet,
  slot: Slot,
  standing: Standing | undefined,
  y: number,
  { toneOf, most }: { readonly toneOf: ToneOf; readonly most: number },
): Body {
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
    return [one.svg];
  });
  if (hidden.length > 0) {
    drawn.push(drawMore(sheet, hidden, width - 40, at + 11));
    at += LINE + SPACE;
  }
  const course = standing === undefined ? "" : say.courses[standing.course];
  const { fill, on } = courseTokens(standing?.course ?? "normal");
  const letters = { size: 13, weight: 600 } as const;
  const text = cut(`${slot.label} · ${course}`, width - 40, letters);
  const pill = measure(text, letters.size, letters.weight) + 28;
  const head =
    element("rect", { x: (width - pill) / 2, y, width: pill, height: HEAD, rx: HEAD / 2, fill: sheet.colour(fill) }) +
    textAt(sheet, { x: width / 2, y: y + 17.5, text, fill: on, anchor: "middle", ...letters });
  return { svg: spine(sheet, standing, y + HEAD, at - y - HEAD + 4) + head + drawn.join(""), height: at - y + 4 };
}

/** An event: left of the line, right of it, or on it. */
function eventAt(sheet: Sheet, mark: Mark, y: number, tone: Tone): Body {
  const { width } = sheet;
  const middle = width / 2;
  const weight = weightOf(mark);
  const sign = mark.disputed ? UNEQUAL : 0;
  const room = mark.lane === "middle" ? width - 90 - sign : middle - 52 - sign;
  const lines = wrapLines(mark.text, room, mark.lane === "middle" ? 2 : 3, { size: LABEL, weight });
  const longest = Math.max(...lines.map((line) => measure(line, LABEL, weight)));
  const base = y + 11;
  const last = base + (lines.length - 1) * LINE;
  const end = measure(lines.at(-1) ?? "", LABEL, weight);
  const height = lines.length * LINE;
  const line = (x: number, anchor: "start" | "end") =>
    lines.map((text, k) => textAt(sheet, { x, y: base + k * LINE, text, size: LABEL, weight, anchor })).join("");
  if (mark.lane === "a") {
    const x = middle - 22;
    const left = x - GLYPH / 2 - 2;
    const drawn = line(left - sign, "end") + (mark.disputed ? unequal(sheet, left - 10, last) : "");
    const strokes = lines.map(
      (text, k): Stroke => ({
        from: left - sign - measure(text, LABEL, weight) - 2,
        to: k === 0 ? x + 9 : left,
        y: base - 4.5 + k * LINE,
      }),
    );
    return {
      svg: group(sheet, mark, tone, glyph(sheet, mark.kind, mark.verdict, x, base - 4.5) + drawn, strokes),
      height,
    };
  }
  const whole = GLYPH + longest + sign;
  const x = mark.lane === "b" ? middle + 22 : middle - whole / 2 + GLYPH / 2;
  const left = x + GLYPH / 2 + 2;
  const back =
    mark.lane === "b"
      ? ""
      : element("rect", {
          x: x - GLYPH / 2 - 4,
          y: y - 5,
          width: whole + 12,
          height: height + 8,
          rx: 6,
          fill: sheet.colour("panel"),
          stroke: sheet.colour("line"),
        });
  const drawn = line(left, "start") + (mark.disputed ? unequal(sheet, left + end + UNEQUAL - 10, last) : "");
  const strokes = lines.map(
    (text, k): Stroke => ({
      from: k === 0 ? x - 9 : left,
      to: left + measure(text, LABEL, weight) + 2,
      y: base - 4.5 + k * LINE,
    }),
  );
  return {
    svg: group(sheet, mark, tone, back + glyph(sheet, mark.kind, mark.verdict, x, base - 4.5) + drawn, strokes),
    height,
  };
}
