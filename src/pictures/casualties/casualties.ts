/** Casualties by claimant: a dot for each with its name, and a bar from the lowest to the highest. */
import type { Range } from "../../dossier/index.ts";
import type { ReplayView } from "../../views/index.ts";
import { remark, stackDrawings } from "../content.ts";
import { measure } from "../font/measure.ts";
import { cut, wrapLines } from "../font/wrap.ts";
import { describe, framePicture, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import { type Ruler, roundRuler } from "../ruler.ts";
import { element, SMALL, textAt } from "../svg.ts";
import type { Token } from "../tokens.ts";
import { type Count, type Row, rowsOf } from "./rows.ts";

const LEFT = 20;
const LINE = 20;
const HEAD = { size: 13, weight: 600 } as const;

/** Where a number is. */
interface Numbers extends Pick<Ruler, "at" | "ticks"> {
  readonly logarithmic: boolean;
}

/** Casualties as claimed, side by side on one scale. No number is the sum of claims that differ. */
export function casualtiesPicture(telling: ReplayView, look: Look = {}): Picture {
  const sheet = sheetOf(look);
  const { say, width } = sheet;
  const rows = rowsOf(telling, say);
  const ranges = rows.flatMap(({ counts }) => counts.flatMap(({ range }) => (range === undefined ? [] : [range])));
  const scale = numbersOf(ranges, LEFT, width - 40);
  const token = (code: string): Token =>
    code === telling.scenario.dyad.a ? "a" : code === telling.scenario.dyad.b ? "b" : "ink";
  const { body, end: y } = stackDrawings(8, rows, (row, top) => drawRow(sheet, row, scale, top, token));
  const below = rows.length === 0 ? remark(sheet, say.noCasualties, y + 14) : axis(sheet, scale, y);
  const note = scale.logarithmic ? remark(sheet, say.logarithmic, y + 40, SMALL) : "";
  const lines = rows.flatMap(({ title, counts }) => [title, ...counts.map(({ text }) => `  ${text}`)]);
  return framePicture(sheet, {
    ...describe(say.titles.casualties, lines.length === 0 ? [say.noCasualties] : lines),
    body: body + below + note,
    height: y + (note === "" ? 28 : 48),
  });
}

/** Even steps; or steps of about three times if the numbers are far apart. */
function numbersOf(ranges: readonly Range[], left: number, right: number): Numbers {
  const most = Math.max(1, ...ranges.map(([, high]) => high));
  const least = Math.min(most, ...ranges.flat().filter((value) => value > 0));
  const logarithmic = most / least > 30;
  if (logarithmic) {
    const span = Math.log1p(most);
    const ticks = [0, 1, 3, 10, 30, 100, 300, 1000, 3000, 10000, 30000, 100000, 300000, 1000000].filter(
      (tick) => tick <= most,
    );
    return { at: (value) => left + (Math.log1p(value) / span) * (right - left), ticks, logarithmic };
  }
  // People are counted in whole numbers: no step is smaller than one.
  return { ...roundRuler(most, [left, right], Math.min(6, most)), logarithmic };
}

function drawRow(
  sheet: Sheet,
  { title, counts, event }: Row,
  { at }: Numbers,
  y: number,
  token: (code: string) => Token,
) {
  const { width } = sheet;
  // Those with a number come first.
  const numberedCount = counts.filter(({ range }) => range !== undefined).length;
  const values = counts.flatMap(({ range }) => range ?? []);
  const heads = wrapLines(title, width - 24, 2, HEAD);
  const top = y + 8 + heads.length * 16;
  const height = counts.length * LINE;
  const [low, high] = [at(Math.min(...values)), at(Math.max(...values))];
  // A bar joins numbers that differ. It does not reach the claims without a number.
  const back =
    high - low < 1
      ? ""
      : element("rect", {
          x: low - 7,
          y: top,
          width: high - low + 14,
          height: numberedCount * LINE,
          rx: 7,
          fill: sheet.colour("panel"),
          stroke: sheet.colour("line"),
        });
  const lines = counts.map((count, k) => drawCount(sheet, count, at, top + k * LINE + LINE / 2, token(count.by)));
  const head = heads.map((text, k) => textAt(sheet, { x: 12, y: y + 15 + k * 16, text, ...HEAD }));
  return {
    body: element("g", { class: "casualties", "data-event": event }, ...head, back, ...lines),
    height: top - y + height + 12,
  };
}

/** A dot, or a line if a claimant gives a range, with its words at the side that has room. */
function drawCount(
  sheet: Sheet,
  { range, text: whole, short = whole }: Count,
  at: (value: number) => number,
  y: number,
  token: Token,
): string {
  const size = 13;
  const right = sheet.width - 8;
  if (range === undefined) {
    const look = { stroke: sheet.colour(token), "stroke-width": 2, "stroke-dasharray": "2 2" };
    const text = cut(whole, right - LEFT - 12, { size });
    const words = textAt(sheet, { x: LEFT + 12, y: y + 4.5, text, size, fill: "soft" });
    return element("path", { d: `M${LEFT} ${y - 6}v12`, ...look }) + words;
  }
  const [low, high] = [at(range[0]), at(range[1])];
  const colour = sheet.colour(token);
  const bar =
    high - low < 1
      ? ""
      : element("path", {
          d: `M${low.toFixed(1)} ${y}H${high.toFixed(1)}`,
          stroke: colour,
          "stroke-width": 4,
          "stroke-linecap": "round",
        });
  const dots = [...new Set([low, high])].map((x) => element("circle", { cx: x, cy: y, r: 5.5, fill: colour }));
  const [after, before] = [right - high - 12, low - 12 - 8];
  // If there is no room for both, who says it matters more than who the casualties were.
  const text = measure(whole, size) <= Math.max(after, before) ? whole : short;
  const width = measure(text, size);
  const label =
    width <= after || after >= before
      ? textAt(sheet, { x: high + 12, y: y + 4.5, text: cut(text, after, { size }), size })
      : textAt(sheet, { x: low - 12, y: y + 4.5, text: cut(text, before, { size }), size, anchor: "end" });
  return bar + dots.join("") + label;
}

function axis(sheet: Sheet, { at, ticks }: Numbers, y: number): string {
  const d = `M${LEFT} ${y}H${sheet.width - 40}`;
  const line = element("path", { d, stroke: sheet.colour("line"), "stroke-width": 1 });
  let free = 0;
  const marks = ticks.map((tick) => {
    const x = at(tick);
    const text = String(tick);
    const half = measure(text, 12) / 2;
    const mark = element("path", { d: `M${x.toFixed(1)} ${y}v5`, stroke: sheet.colour("soft"), "stroke-width": 1 });
    if (x - half < free) return mark;
    free = x + half + 6;
    return mark + textAt(sheet, { x, y: y + 18, text, ...SMALL, anchor: "middle" });
  });
  return line + marks.join("");
}
