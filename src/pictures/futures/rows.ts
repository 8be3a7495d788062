/** Dumbbell rows: the results of two sets of futures on one axis, joined by a line, with their intervals as bars. */
import type { Estimate } from "../../futures/index.ts";
import { nth } from "../../problem/index.ts";
import { column, type Drawn, type Key, MARGIN, type Paragraph, rule, spread, stackDrawings } from "../content.ts";
import { measure } from "../font/measure.ts";
import type { Sheet } from "../picture.ts";
import { type Ruler, roundRuler, rulerBetween } from "../ruler.ts";
import { element, SMALL, textAt } from "../svg.ts";
import type { Token } from "../tokens.ts";
import { type Axis, estimateText, numberOn } from "./outcomes.ts";

/** One outcome in two sets of futures. */
export interface Row {
  readonly title: string;
  readonly observes: string;
  readonly axis: Axis;
  readonly one: Estimate;
  readonly other: Estimate;
  /** The lowest and highest value of several sets, if there are. */
  readonly between?: readonly [low: number, high: number] | undefined;
  /** The record's value on the axis; NaN if it has none. */
  readonly record: number;
  /** The record in words. */
  readonly recorded: string;
  /** The difference in words: the number, then an explanation. */
  readonly apart?: { readonly size: string; readonly more: string } | undefined;
}

/** The colours of the two sets. */
export const ONE: Token = "ink";
export const OTHER: Token = "b";
const SIZE = 13;

/** Rows in a group for each axis. Each number of acts has an axis of its own. */
export function drawRows(sheet: Sheet, rows: readonly Row[], y: number): Drawn {
  const groups = [...Map.groupBy(rows, ({ axis, title }) => (axis === "times" ? `times ${title}` : axis)).values()];
  const { right } = columnsOf(sheet);
  const hasDifference = !sheet.narrow && rows.some(({ apart }) => apart !== undefined);
  const text = hasDifference ? sheet.say.futures.differenceHead : "";
  const head = textAt(sheet, { x: right[0], y: y + SIZE, text, ...SMALL });
  const { body, end } = stackDrawings(y, groups, (group, bottom) => drawGroup(sheet, group, bottom), 16);
  return { body: head + body, height: end - y };
}

interface Columns {
  readonly label: readonly [x: number, width: number];
  readonly plot: readonly [from: number, to: number];
  readonly right: readonly [x: number, width: number];
}

function columnsOf({ width, narrow }: Sheet): Columns {
  const [from, to] = [MARGIN, width - MARGIN];
  if (narrow) return { label: [from, to - from], plot: [from + 20, to - 24], right: [from, to - from] };
  const [first, second] = [from + (to - from) * 0.31, from + (to - from) * 0.72];
  return { label: [from, first - from - 24], plot: [first + 8, second - 46], right: [second, to - second] };
}

function drawGroup(sheet: Sheet, rows: readonly Row[], y: number): Drawn {
  const { plot, label } = columnsOf(sheet);
  const { axis } = nth(rows, 0);
  const scale = scaleOf(axis, rows, plot);
  const name = sheet.say.futures.axes[axis];
  const looks = { size: SIZE, fill: "soft", weight: 600 } as const;
  const head = sheet.narrow
    ? column(sheet, { x: label[0], y, width: label[1] }, [{ text: name, ...looks }])
    : { body: textAt(sheet, { x: plot[0] - 8, y: y + SIZE, text: name, ...looks }), height: 20 };
  const top = y + head.height + 4;
  const drawn = stackDrawings(top, rows, (row, here) => {
    const { body, height } = drawRow(sheet, row, scale, here);
    const line = row === rows[0] ? "" : rule(sheet, [MARGIN, here, sheet.width - MARGIN, here], "line");
    return { body: line + body, height };
  });
  const at = drawn.end;
  const grid = sheet.narrow
    ? ""
    : scale.ticks.map((tick) => rule(sheet, [scale.at(tick), top, scale.at(tick), at], "line", 1, "2 4")).join("");
  const ticks = tickLabels(sheet, axis, scale, at);
  return { body: head.body + grid + drawn.body + ticks, height: at + 22 - y };
}

function tickLabels(sheet: Sheet, axis: Axis, scale: Ruler, y: number): string {
  const { levels } = sheet.say.futures;
  const texts = scale.ticks.map((tick) =>
    axis === "level" ? (levels[tick - 1] ?? "") : axis === "share" ? `${tick} %` : String(tick),
  );
  const wishes = texts.map((text, k) => ({ middle: scale.at(nth(scale.ticks, k)), width: measure(text, 12) }));
  const places = spread(wishes, 0, sheet.width, 2);
  const labels = texts.map((text, k) => ({ x: nth(places, k), y: y + 15, text, ...SMALL, anchor: "middle" }) as const);
  return labels.map((label) => textAt(sheet, label)).join("");
}

function scaleOf(axis: Axis, rows: readonly Row[], plot: readonly [number, number]): Ruler {
  if (axis === "share") return rulerBetween(0, 100, plot, [0, 25, 50, 75, 100]);
  if (axis === "level") return rulerBetween(1, 5, plot, [1, 2, 3, 4, 5]);
  const all = rows.flatMap(({ one, other, record, between = [] }) => {
    const sets = [one, other].flatMap(({ value, high }) => [value, high]);
    return [...sets, record, ...between];
  });
  return roundRuler(Math.max(1, ...all.filter(Number.isFinite)), plot);
}

function drawRow(sheet: Sheet, row: Row, scale: Ruler, y: number): Drawn {
  const { label, right } = columnsOf(sheet);
  const left = column(sheet, { x: label[0], y: y + 8, width: label[1] }, [
    { text: row.title, size: SIZE, weight: 600, most: 2 },
    { text: row.observes, ...SMALL, most: 4 },
  ]);
  const rightTexts = rightOf(sheet, row);
  if (sheet.narrow) {
    const middle = y + 8 + left.height + 30;
    const below = column(sheet, { x: right[0], y: middle + 14, width: right[1] }, rightTexts);
    const body = left.body + marksOf(sheet, row, scale, middle) + below.body;
    return { body, height: middle + 14 + below.height + 10 - y };
  }
  const notes = column(sheet, { x: right[0], y: y + 8, width: right[1] }, rightTexts);
  const height = Math.max(58, 16 + left.height, 16 + notes.height);
  return { body: left.body + marksOf(sheet, row, scale, y + height / 2 + 8) + notes.body, height };
}

function rightOf(sheet: Sheet, { apart, recorded }: Row): readonly Paragraph[] {
  const { record, difference } = sheet.say.futures;
  const last: Paragraph = { text: `${record}${sheet.say.colon}${recorded}`, ...SMALL, most: 2 };
  if (apart === undefined) return [last];
  const size = sheet.narrow ? `${difference} ${apart.size}` : apart.size;
  return [{ text: size, size: SIZE, weight: 600, most: 2 }, { text: apart.more, ...SMALL, most: 4 }, last];
}

/** The marks of a row: the line, the intervals, the values with their numbers above, the record. */
function marksOf(sheet: Sheet, row: Row, scale: Ruler, y: number): string {
  const { one, other, between, record, axis } = row;
  const [from, to] = [scale.at(scale.low), scale.at(scale.high)];
  const sets = [
    { ...one, fill: ONE, mark: disc },
    { ...other, fill: OTHER, mark: block },
  ].filter(({ value }) => !Number.isNaN(value));
  const bars = sets.map(({ low, high, fill }) => (Number.isNaN(low) ? "" : bar(sheet, scale, [low, high], y, fill)));
  const span = between === undefined ? "" : rule(sheet, [scale.at(between[0]), y, scale.at(between[1]), y], OTHER, 3);
  const joint = sets.length < 2 ? "" : rule(sheet, [scale.at(one.value), y, scale.at(other.value), y], "soft", 2);
  const sorted = sets.toSorted((a, b) => a.value - b.value);
  const texts = sorted.map(({ value }) => numberOn(sheet.say, axis, value));
  const wishes = texts.map((text, k) => ({ middle: scale.at(nth(sorted, k).value), width: measure(text, 12, 600) }));
  const places = spread(wishes, from - 24, to + 24);
  const looks = { y: y - 12, size: 12, weight: 600, anchor: "middle", halo: "paper" } as const;
  const numbers = texts.map((text, k) =>
    textAt(sheet, { x: nth(places, k), text, fill: nth(sorted, k).fill, ...looks }),
  );
  const none = sets.length > 0 ? "" : textAt(sheet, { x: from, y: y - 12, text: sheet.say.futures.noFuture, size: 12 });
  return [
    rule(sheet, [from, y, to, y], "line"),
    span,
    ...bars,
    joint,
    ...sets.map(({ mark, value, fill }) => mark(sheet, scale.at(value), y, fill)),
    Number.isNaN(record) ? "" : diamond(sheet, scale.at(record), y),
    ...numbers,
    none,
  ].join("");
}

function bar(sheet: Sheet, scale: Ruler, [low, high]: readonly [number, number], y: number, fill: Token): string {
  const [x, end] = [scale.at(low), scale.at(high)];
  const box = { x: x - 1, y: y - 6, width: Math.max(2, end - x + 2), height: 12, rx: 6 };
  return element("rect", { ...box, fill: sheet.colour(fill), "fill-opacity": 0.3 });
}

function disc(sheet: Sheet, x: number, y: number, fill: Token): string {
  return element("circle", { cx: x, cy: y, r: 5, fill: sheet.colour(fill) });
}

function block(sheet: Sheet, x: number, y: number, fill: Token): string {
  return element("rect", { x: x - 4.5, y: y - 4.5, width: 9, height: 9, fill: sheet.colour(fill) });
}

/** The record: a hollow diamond. */
export function diamond(sheet: Sheet, x: number, y: number): string {
  const d = `M${x.toFixed(1)} ${y - 8}l8 8l-8 8l-8 -8z`;
  return element("path", { d, fill: "none", stroke: sheet.colour("ink"), "stroke-width": 1.75 });
}

/** What the marks mean. */
export function rowKeys(sheet: Sheet, one: string, other: string, between?: string): readonly Key[] {
  const { interval, record } = sheet.say.futures;
  const wide = (x: number, y: number): Ruler => rulerBetween(0, 1, [x + 1, x + 17], [y]);
  return [
    { mark: (x, y) => disc(sheet, x + 9, y, ONE), text: one },
    { mark: (x, y) => block(sheet, x + 9, y, OTHER), text: other },
    { mark: (x, y) => bar(sheet, wide(x, y), [0, 1], y, ONE), text: interval },
    ...(between === undefined
      ? []
      : [{ mark: (x: number, y: number) => rule(sheet, [x, y, x + 18, y], OTHER, 3), text: between }]),
    { mark: (x, y) => diamond(sheet, x + 9, y), text: record },
  ];
}

/** A row in a sentence, with every number. */
export function rowText(
  { say }: Pick<Sheet, "say">,
  { title, observes, axis, one, other, between, recorded, apart }: Row,
  [first, second]: readonly [string, string],
): string {
  const { record, difference, between: span, to } = say.futures;
  const number = (value: number): string => numberOn(say, axis, value);
  return [
    `${title}. ${observes}`,
    `${first} ${estimateText(say, axis, one)}`,
    `${second} ${estimateText(say, axis, other)}`,
    ...(between === undefined ? [] : [`${span}${say.colon}${to(number(between[0]), number(between[1]))}`]),
    ...(apart === undefined ? [] : [`${difference} ${apart.size}${apart.more === "" ? "" : `, ${apart.more}`}`]),
    `${record}${say.colon}${recorded}`,
  ].join("; ");
}
