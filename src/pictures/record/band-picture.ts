/** The band by itself: the course true to scale, with dates. */
import type { Telling } from "../../views/index.ts";
import { framed, type Look, type Picture, sheetOf } from "../picture.ts";
import { scaleOf, ticksOf } from "../scale.ts";
import { element, textAt } from "../svg.ts";
import { BAND_HEIGHT, band, patterns } from "./band.ts";
import { legend } from "./legend.ts";
import { scaledSegments } from "./scaled.ts";
import { stretchesOf } from "./stretches.ts";
import { bandText } from "./text.ts";

/** The course of a crisis as a picture. */
export function bandPicture(telling: Telling, look: Look = {}): Picture {
  const sheet = sheetOf(look);
  const stretches = stretchesOf(telling);
  const scale = scaleOf(telling.scenario.window.from, telling.until, 8, sheet.width - 8);
  const dates = ticksOf(scale, sheet.say).map(
    ({ x, text }) =>
      element("path", { d: `M${x.toFixed(1)} ${BAND_HEIGHT}v18`, stroke: sheet.colour("line"), "stroke-width": 1 }) +
      textAt(sheet, { x: x + 4, y: BAND_HEIGHT + 15, text, size: 12, fill: "soft" }),
  );
  const key = legend(sheet, [], stretches, telling, {
    left: 8,
    right: sheet.width - 8,
    y: BAND_HEIGHT + 40,
    courses: true,
  });
  const title = sheet.say.titles.band(telling.scenario.title);
  const lines = bandText(telling, sheet.say);
  return framed(sheet, {
    title,
    description: lines.join("\n"),
    text: [title, "", ...lines].join("\n"),
    body: band(sheet, scaledSegments(scale, stretches), 0) + dates.join("") + key.svg,
    height: BAND_HEIGHT + 26 + key.height,
    defs: patterns(sheet),
  });
}
