/** The record: two-sided time line under the band of the course, on one axis. */
import type { Telling } from "../../views/index.ts";
import { wrapLines } from "../font/wrap.ts";
import { framed, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import { element, textAt } from "../svg.ts";
import { patterns } from "./band.ts";
import { type Body, type Drawn, MOST_LINKED } from "./drawn.ts";
import { lanes, NAMES } from "./lanes.ts";
import { legend } from "./legend.ts";
import { arrowHeads, links, tonesOf } from "./links.ts";
import { marksOf } from "./marks.ts";
import { narrowBody } from "./narrow.ts";
import { overview } from "./overview.ts";
import { stretchesOf } from "./stretches.ts";
import { type Axis, axisOf } from "./systems.ts";
import { recordText } from "./text.ts";
import { timeBody } from "./to-scale.ts";

/** How a record is to look. */
export interface RecordLook extends Look {
  /** Columns as wide as their words, or true to scale. */
  readonly scale?: "words" | "time";
  /** The id of an event whose causes and consequences are shown; all others stand back. */
  readonly chosen?: string;
  /** Whether the room at the right says that more is to come, without telling how much. */
  readonly fog?: boolean;
}

/** The record as a picture: what happened, on whose side, what it changed, and what came of what. */
export function recordPicture(telling: Telling, look: RecordLook = {}): Picture {
  const sheet = sheetOf(look);
  const { say } = sheet;
  const marks = marksOf(telling, say);
  const stretches = stretchesOf(telling);
  const title = say.titles.record(telling.scenario.title);
  const chosen = marks.some(({ id }) => id === look.chosen) ? look.chosen : undefined;
  const drawn: Drawn = { telling, marks, stretches, chosen, toneOf: tonesOf(chosen, marks) };
  const { svg, height } = sheet.narrow
    ? narrowBody(sheet, drawn)
    : look.scale === "time"
      ? timeBody(sheet, drawn)
      : wordsBody(sheet, drawn, look.fog === true);
  const courses = look.scale === "time";
  const key = legend(sheet, marks, stretches, telling, { left: 8, right: sheet.width - 8, y: height + 18, courses });
  const text = recordText(telling, marks, title, say);
  return framed(sheet, {
    title,
    description: text.split("\n").slice(2).join("\n"),
    text,
    body: svg + key.svg,
    height: height + key.height + 12,
    defs: patterns(sheet) + arrowHeads(sheet),
  });
}

/** Lines of columns under one another, with an overview above where there are several. */
function wordsBody(sheet: Sheet, drawn: Drawn, foggy: boolean): Body {
  const { telling, marks, stretches, chosen, toneOf } = drawn;
  const { scenario, until } = telling;
  const right = sheet.width - 8;
  const scope = { left: NAMES, right: foggy ? right - FOG : right, from: scenario.window.from, until, foggy };
  const axis: Axis = axisOf(marks, scope, sheet.say);
  const many = axis.systems.length > 1;
  const strip = many && !foggy ? overview(sheet, drawn, axis) : { svg: "", height: 0 };
  const parts: string[] = [strip.svg];
  let y = strip.height;
  let clear = { left: scope.left, y };
  for (const system of axis.systems) {
    const line = lanes(sheet, telling, system, stretches, y, toneOf);
    const arrows = chosen !== undefined || marks.length <= MOST_LINKED ? links(sheet, marks, line.spots, chosen) : "";
    parts.push(element("g", { class: "system" }, line.behind, arrows, line.before));
    clear = { left: system.right + 6, y };
    y += line.height + (many ? 26 : 0);
  }
  return { svg: parts.join("") + (foggy ? fog(sheet, clear, y) : ""), height: y };
}

/** How wide the fog is at least. */
const FOG = 200;

/** What comes next, beside the last line of columns. */
function fog(sheet: Sheet, { left, y }: { readonly left: number; readonly y: number }, bottom: number): string {
  const height = bottom - y;
  const width = sheet.width - left;
  const lines = wrapLines(sheet.say.fog, width - 24, 3, { size: 16, weight: 600 });
  const text = lines.map((line, k) =>
    textAt(sheet, {
      x: left + width / 2,
      y: y + height / 2 + k * 21,
      text: line,
      size: 16,
      weight: 600,
      anchor: "middle",
      halo: "paper",
    }),
  );
  const area = element("rect", { x: left, y, width, height, fill: `url(#${sheet.id("fog")})` });
  const edge = element("path", {
    d: `M${left.toFixed(1)} ${y.toFixed(1)}V${bottom.toFixed(1)}`,
    stroke: sheet.colour("ink"),
    "stroke-width": 2,
  });
  return element("g", { class: "fog" }, area, edge, ...text);
}
