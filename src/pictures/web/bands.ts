/** The bands of a web: the course of every relation through time, a line each, in the order in which they began. */
import { nth } from "../../problem/index.ts";
import type { ReplayView } from "../../views/index.ts";
import { measure } from "../font/measure.ts";
import { cut } from "../font/wrap.ts";
import { pairIn } from "../names.ts";
import { describe, framePicture, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import { hatching, patterns, runsOf, type Segment, scaledSegments } from "../record/band.ts";
import { dropMeasures, legend } from "../record/legend.ts";
import { levels, stretchesOf } from "../record/stretches.ts";
import { bandText } from "../record/text.ts";
import { drawDates, scaleOf, ticksOf } from "../scale.ts";
import { element, textAt, titleElement } from "../svg.ts";
import { courseToken } from "../tokens.ts";

const ROW = 26;
const LOWEST = 6;
const RISE = 4;
const NAME = { size: 13, weight: 600 } as const;

/** The course of every relation of a crisis as a picture. */
export function bandsPicture(relations: readonly ReplayView[], look: Look = {}): Picture {
  const sheet = sheetOf(look);
  const main = nth(relations, 0);
  const rows = sortByStart(relations).map((telling) => {
    const { dyad } = telling.scenario;
    // By the names of its parties, on a phone by their codes.
    const name = sheet.narrow ? `${dyad.a} – ${dyad.b}` : pairIn(telling, dyad);
    return { telling, name, stretches: stretchesOf(telling) };
  });
  const widest = Math.max(...rows.map(({ name }) => measure(name, NAME.size, NAME.weight)));
  const left = sheet.narrow ? 8 : Math.min(8 + widest + 14, sheet.width * 0.4);
  const tall = sheet.narrow ? ROW + 17 : ROW;
  const scale = scaleOf(main.scenario.window.from, main.until, left, sheet.width - 8);
  const drawn = rows.map(({ telling, name, stretches }, k) => {
    const y = k * tall + (sheet.narrow ? 17 : 0);
    const { a, b } = telling.scenario.dyad;
    const text = cut(name, sheet.narrow ? sheet.width - 16 : left - 22, NAME);
    const label = { x: 8, y: sheet.narrow ? y - 2 : y + ROW - 8, text, ...NAME };
    return element(
      "g",
      { class: "relation", "data-between": `${a} ${b}` },
      titleElement(name),
      textAt(sheet, label),
      drawBand(sheet, scaledSegments(scale, stretches), y + ROW - 3),
    );
  });
  const bottom = rows.length * tall;
  const dates = drawDates(sheet, ticksOf(scale, sheet.say), `${bottom}v16`, bottom + 14);
  const box = { left: 8, right: sheet.width - 8, y: bottom + 40, courses: true };
  const key = legend(sheet, [], dropMeasures(rows.flatMap(({ stretches }) => stretches)), main, box);
  const lines = rows.flatMap(({ telling, name }) => [name, ...bandText(telling, sheet.say).map((text) => `  ${text}`)]);
  return framePicture(sheet, {
    ...describe(sheet.say.titles.bands(main.scenario.title), lines),
    body: drawn.join("") + dates + key.body,
    height: bottom + 28 + key.height,
    defs: patterns(sheet),
  });
}

/** Sorts relations by when they first left normal relations. Those that never did are last, in the order of the file. */
function sortByStart(relations: readonly ReplayView[]): readonly ReplayView[] {
  const began = (telling: ReplayView): number =>
    stretchesOf(telling).find(({ course }) => course !== "normal")?.from ?? Number.POSITIVE_INFINITY;
  return relations.toSorted((one, other) => Math.sign(began(one) - began(other) || 0));
}

/** One line: its colour and height show the course, hatching shows that relations are severed. */
function drawBand(sheet: Sheet, segments: readonly Segment[], base: number): string {
  return runsOf(segments, ({ course, severed }) => (severed ? (`${course} severed` as const) : course))
    .map(({ key, from, to }) => {
      const [course = "normal"] = key.split(" ") as [Segment["course"]];
      const height = LOWEST + RISE * levels[course];
      const box = { x: from, y: base - height, width: Math.max(0.5, to - from - 0.5), height };
      const look = { fill: sheet.colour(courseToken(course)), stroke: sheet.colour("soft"), "stroke-width": 0.6 };
      const hatch = key.endsWith("severed") ? element("rect", { ...box, fill: hatching(sheet, course) }) : "";
      return element("rect", { ...box, ...look }) + hatch;
    })
    .join("");
}
