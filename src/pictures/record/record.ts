/** The record: a two-sided timeline under the band of the course, on one axis. */
import type { ReplayView } from "../../views/index.ts";
import type { Drawn } from "../content.ts";
import { wrapLines } from "../font/wrap.ts";
import { framePicture, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import { scaleOf, ticksOf } from "../scale.ts";
import { element, round, SMALL, textAt } from "../svg.ts";
import { courseToken } from "../tokens.ts";
import { patterns, runsOf, scaledSegments } from "./band.ts";
import { lanes, NAMES } from "./lanes.ts";
import { legend } from "./legend.ts";
import { arrowHeads, links, tonesOf } from "./links.ts";
import { marksOf } from "./marks.ts";
import { narrowBody } from "./narrow.ts";
import { levels, stretchesOf } from "./stretches.ts";
import { type Axis, axisOf } from "./systems.ts";
import { recordText } from "./text.ts";
import { timeBody } from "./to-scale.ts";
import type { RecordData } from "./tone.ts";

/** Options of a record's look. */
export interface RecordLook extends Look {
  /** Columns as wide as their words, or true to scale. */
  readonly scale?: "words" | "time";
  /** The id of an event whose causes and consequences are shown; all others are faint. */
  readonly chosen?: string;
  /** Whether a fog at the right says that more is to come, without revealing how much. */
  readonly fog?: boolean;
}

/** The record as a picture: what happened, on whose side, what it changed, and what caused what. */
export function recordPicture(telling: ReplayView, look: RecordLook = {}): Picture {
  const sheet = sheetOf(look);
  const { say } = sheet;
  const marks = marksOf(telling, say);
  const stretches = stretchesOf(telling);
  const title = say.titles.record(telling.scenario.title);
  const chosen = marks.some(({ id }) => id === look.chosen) ? look.chosen : undefined;
  const data: RecordData = { telling, marks, stretches, chosen, toneOf: tonesOf(chosen, marks) };
  const { body, height } = sheet.narrow
    ? narrowBody(sheet, data)
    : look.scale === "time"
      ? timeBody(sheet, data)
      : wordsBody(sheet, data, look.fog === true);
  const courses = look.scale === "time";
  const key = legend(sheet, marks, stretches, telling, { left: 8, right: sheet.width - 8, y: height + 18, courses });
  const text = recordText(telling, marks, title, say);
  return framePicture(sheet, {
    title,
    description: text.split("\n").slice(2).join("\n"),
    text,
    body: body + key.body,
    height: height + key.height + 12,
    defs: patterns(sheet) + arrowHeads(sheet),
  });
}

/** Lines of columns under one another, with an overview above if there are several. */
function wordsBody(sheet: Sheet, data: RecordData, foggy: boolean): Drawn {
  const { telling, marks, stretches, chosen, toneOf } = data;
  const { scenario, until } = telling;
  const right = sheet.width - 8;
  const scope = { left: NAMES, right: foggy ? right - FOG : right, from: scenario.window.from, until, foggy };
  const axis: Axis = axisOf(marks, scope, sheet.say);
  const many = axis.systems.length > 1;
  const strip = many && !foggy ? overview(sheet, data, axis) : { body: "", height: 0 };
  const parts: string[] = [strip.body];
  let y = strip.height;
  let clear = { left: scope.left, y };
  for (const system of axis.systems) {
    const line = lanes(sheet, telling, system, stretches, y, toneOf);
    const arrows = links(sheet, marks, line.spots, chosen);
    parts.push(element("g", { class: "system" }, line.behind, arrows, line.before));
    clear = { left: system.right + 6, y };
    y += line.height + (many ? 26 : 0);
  }
  return { body: parts.join("") + (foggy ? fog(sheet, clear, y) : ""), height: y };
}

const STEP = 5;
const BASE = 34;
/** The lane, top and bottom of the strokes. */
const OVERVIEW = [
  ["a", 3, 11],
  ["b", 12, 20],
  ["middle", 8, 15],
] as const;

/** The overview: the whole time at a glance, true to scale, with party a's events above the line and b's below it. */
function overview(sheet: Sheet, { telling, marks, stretches }: RecordData, axis: Axis): Drawn {
  const scale = scaleOf(telling.scenario.window.from, telling.until, NAMES, sheet.width - 8);
  const steps = runsOf(scaledSegments(scale, stretches), ({ course }) => course).map(({ key, from, to }) => {
    const height = 8 + STEP * levels[key];
    const box = { x: from, y: BASE - height, width: to - from, height };
    return element("rect", { ...box, fill: sheet.colour(courseToken(key)) });
  });
  // One path for each lane: a browser moves it at once when more events are shown.
  const ticks = OVERVIEW.map(([lane, from, to]) => {
    const ofLane = marks.filter((mark) => mark.lane === lane);
    const d = ofLane.map(({ minute }) => `M${round(scale.at(minute))} ${BASE + from}V${BASE + to}`);
    const stroke = sheet.colour(lane === "middle" ? "soft" : lane);
    return d.length === 0 ? "" : element("path", { d: d.join(""), stroke, "stroke-width": 1.5 });
  });
  const soft = { stroke: sheet.colour("soft"), "stroke-width": 1 };
  const starts = axis.systems.slice(1).map(({ from }) => {
    const d = `M${scale.at(from).toFixed(1)} 4V${BASE + 22}`;
    return element("path", { d, ...soft, "stroke-dasharray": "2 2" });
  });
  const dates = ticksOf(scale, sheet.say).map(
    ({ x, text }) =>
      element("path", { d: `M${x.toFixed(1)} ${BASE + 22}v5`, ...soft }) +
      textAt(sheet, { x: x + 3, y: BASE + 34, text, ...SMALL }),
  );
  return { body: element("g", { class: "overview" }, ...steps, ...ticks, ...starts, ...dates), height: BASE + 48 };
}

/** The minimum width of the fog. */
const FOG = 200;

/** The fog over what comes next, beside the last line of columns. */
function fog(sheet: Sheet, { left, y }: { readonly left: number; readonly y: number }, bottom: number): string {
  const height = bottom - y;
  const width = sheet.width - left;
  const looks = { x: left + width / 2, size: 16, weight: 600, anchor: "middle", halo: "paper" } as const;
  const lines = wrapLines(sheet.say.fog, width - 24, 3, looks);
  const text = lines.map((line, k) => textAt(sheet, { y: y + height / 2 + k * 21, text: line, ...looks }));
  const area = element("rect", { x: left, y, width, height, fill: `url(#${sheet.id("fog")})` });
  const d = `M${left.toFixed(1)} ${y.toFixed(1)}V${bottom.toFixed(1)}`;
  const edge = element("path", { d, stroke: sheet.colour("ink"), "stroke-width": 2 });
  return element("g", { class: "fog" }, area, edge, ...text);
}
