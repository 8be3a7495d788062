/** What is in force: measures, promises and truces as bars, on the axis of the record. */

import type { ReplayView } from "../../views/index.ts";
import { remark, stackDrawings } from "../content.ts";
import { dateText } from "../dates.ts";
import { measure } from "../font/measure.ts";
import { cut } from "../font/wrap.ts";
import { nameIn } from "../names.ts";
import { describe, framePicture, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import { NAMES } from "../record/lanes.ts";
import { marksOf } from "../record/marks.ts";
import { axisOf, type System } from "../record/systems.ts";
import { drawDates, type Scale, scaleOf, type Tick, ticksOf } from "../scale.ts";
import { element, textAt, titleElement } from "../svg.ts";
import type { Token } from "../tokens.ts";
import { type Bar, barsOf } from "./bars.ts";

const TOP = 26;
const ROW = 32;
const HEAD = 28;

/** The bars as a picture. If the record takes one line, its columns are the axis; otherwise it is true to time. */
export function standsPicture(telling: ReplayView, look: Look = {}): Picture {
  const sheet = sheetOf(look);
  const { say, width } = sheet;
  const bars = barsOf(telling, say);
  const { scale, dates } = axisFor(sheet, telling);
  const { a, b } = telling.scenario.dyad;
  const groups = (["a", "b", "agreed"] as const).flatMap((group) => {
    const inside = bars.filter((bar) => bar.group === group);
    const name = group === "agreed" ? say.agreed : nameIn(telling, group === "a" ? a : b);
    return inside.length === 0 ? [] : [{ group, name, inside }];
  });
  const { body, end } = stackDrawings(TOP, groups, ({ group, name, inside }, y) => {
    const looks = { size: 14, weight: 600, fill: group === "agreed" ? "ink" : group, halo: "paper" } as const;
    const head = textAt(sheet, { x: 8, y: y + 19, text: cut(name, width - 24, looks), ...looks });
    const token = group === "agreed" ? "conciliation" : group;
    const drawn = inside.map((bar, k) => drawBar(sheet, bar, scale, y + HEAD + k * ROW, token));
    return { body: head + drawn.join(""), height: HEAD + inside.length * ROW };
  });
  const none = bars.length === 0 ? remark(sheet, say.nothingStands, end + 14, { halo: "paper" }) : "";
  const lines = groups.flatMap(({ name, inside }) => [name, ...inside.map((bar) => `  ${barText(bar, sheet)}`)]);
  return framePicture(sheet, {
    ...describe(say.titles.stands, lines.length === 0 ? [say.nothingStands] : lines),
    body: drawDates(sheet, dates, `4V${end}`, 16) + body + none,
    height: end + (none === "" ? 8 : 32),
  });
}

function axisFor(sheet: Sheet, telling: ReplayView): { readonly scale: Scale; readonly dates: readonly Tick[] } {
  const { from } = telling.scenario.window;
  const left = sheet.narrow ? 8 : NAMES;
  const right = sheet.width - 8;
  const marks = marksOf(telling, sheet.say);
  const axis = sheet.narrow ? undefined : axisOf(marks, { left, right, from, until: telling.until }, sheet.say);
  const [system, another] = axis?.systems ?? [];
  if (system === undefined || another !== undefined) {
    const scale = scaleOf(from, telling.until, left, right);
    return { scale, dates: ticksOf(scale, sheet.say) };
  }
  return {
    scale: scaleOfSystem(system, from, telling.until),
    dates: system.columns.map(({ x, label }) => ({ x, text: label })),
  };
}

/** Minutes on the columns of a record: even within each column and each pause. */
function scaleOfSystem({ columns, left, right }: System, from: number, until: number): Scale {
  const points = [
    { minute: from, x: left },
    ...columns.flatMap((column) => [
      { minute: column.from, x: column.x },
      { minute: column.to, x: column.x + column.width },
    ]),
    { minute: until + 1, x: right },
  ];
  const at = (minute: number): number => {
    const next = points.findIndex((point) => point.minute > minute);
    if (next === 0) return left;
    const [p, q] = [points[next - 1], points[next]];
    if (p === undefined || q === undefined) return right;
    return p.x + ((minute - p.minute) / Math.max(1, q.minute - p.minute)) * (q.x - p.x);
  };
  return { left, right, from, until, at };
}

function drawBar(sheet: Sheet, bar: Bar, { at, left, right, until }: Scale, y: number, token: Token): string {
  const from = at(bar.from);
  // What ended on a day is drawn to the end of that day; what is still in force, to the end of the picture.
  const to = bar.to === undefined ? right : Math.max(from + 3, at(Math.min(until, bar.to)));
  const isStanding = bar.to === undefined || bar.to > until;
  const letters = { size: 13 } as const;
  const text = cut(bar.text, right - left - 24, letters);
  const x = Math.max(left, Math.min(from, right - measure(text, 13) - 22));
  const colour = sheet.colour(token);
  const last = Math.max(from + 3, to);
  // A bar still in force ends in a point.
  const d = isStanding
    ? `M${from.toFixed(1)} ${y + 17}H${Math.max(from, last - 6).toFixed(1)}l6 4l-6 4H${from.toFixed(1)}Z`
    : `M${from.toFixed(1)} ${y + 17}H${last.toFixed(1)}v8H${from.toFixed(1)}Z`;
  const box = element("path", { d, fill: colour, opacity: bar.end === "lapsed" ? 0.45 : undefined });
  const end = bar.end === undefined ? "" : verdict(sheet, bar.end, Math.min(to + 5, right - 12), y + 21);
  const words = textAt(sheet, { x, y: y + 12, text, halo: "paper", ...letters });
  return element("g", { class: "bar", "data-event": bar.event }, titleElement(barText(bar, sheet)), box, end, words);
}

/** ✓ or ✗, as drawings. */
function verdict(sheet: Sheet, end: "kept" | "lapsed", x: number, y: number): string {
  const d = end === "kept" ? `M${x} ${y}l4 4.5l7 -9` : `M${x} ${y - 4.5}l9 9m0 -9l-9 9`;
  const stroke = sheet.colour(end === "kept" ? "conciliation" : "force");
  const line = { "stroke-width": 2.4, "stroke-linecap": "round", "stroke-linejoin": "round" };
  const back = element("circle", { cx: x + 5, cy: y, r: 9, fill: sheet.colour("paper") });
  return back + element("path", { d, fill: "none", stroke, ...line });
}

function barText({ text, from, to }: Bar, { say }: Sheet): string {
  const date = (minute: number): string => dateText(minute, say, { year: true });
  return `${text}, ${to === undefined ? say.from(date(from)) : say.span(date(from), date(to))}`;
}
