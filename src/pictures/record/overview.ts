/** The overview: all of the time at one glance, true to scale; party a's events above the line, b's below it. */
import type { Sheet } from "../picture.ts";
import { scaleOf, ticksOf } from "../scale.ts";
import { element, round, textAt } from "../svg.ts";
import { courseTokens, runsOf } from "./band.ts";
import type { Body, Drawn } from "./drawn.ts";
import { NAMES } from "./lanes.ts";
import { scaledSegments } from "./scaled.ts";
import { levels } from "./stretches.ts";
import type { Axis } from "./systems.ts";

const STEP = 5;
const BASE = 34;

/** Draws the overview at the top. */
export function overview(sheet: Sheet, { telling, marks, stretches }: Drawn, axis: Axis): Body {
  const scale = scaleOf(telling.scenario.window.from, telling.until, NAMES, sheet.width - 8);
  const steps = runsOf(scaledSegments(scale, stretches), ({ course }) => course).map(({ key, from, to }) => {
    const height = 8 + STEP * levels[key];
    return element("rect", {
      x: from,
      y: BASE - height,
      width: to - from,
      height,
      fill: sheet.colour(courseTokens(key).fill),
    });
  });
  // One path for each lane: a browser moves it at once when more is told.
  const ticks = (
    [
      ["a", 3, 11],
      ["b", 12, 20],
      ["middle", 8, 15],
    ] as const
  ).map(([lane, from, to]) => {
    const d = marks.flatMap((mark) =>
      mark.lane === lane ? [`M${round(scale.at(mark.minute))} ${BASE + from}V${BASE + to}`] : [],
    );
    const stroke = sheet.colour(lane === "middle" ? "soft" : lane);
    return d.length === 0 ? "" : element("path", { d: d.join(""), stroke, "stroke-width": 1.5 });
  });
  const starts = axis.systems.slice(1).map(({ from }) => {
    const x = scale.at(from).toFixed(1);
    return element("path", {
      d: `M${x} 4V${BASE + 22}`,
      stroke: sheet.colour("soft"),
      "stroke-width": 1,
      "stroke-dasharray": "2 2",
    });
  });
  const dates = ticksOf(scale, sheet.say).map(
    ({ x, text }) =>
      element("path", { d: `M${x.toFixed(1)} ${BASE + 22}v5`, stroke: sheet.colour("soft"), "stroke-width": 1 }) +
      textAt(sheet, { x: x + 3, y: BASE + 34, text, size: 12, fill: "soft" }),
  );
  return { svg: element("g", { class: "overview" }, ...steps, ...ticks, ...starts, ...dates), height: BASE + 48 };
}
