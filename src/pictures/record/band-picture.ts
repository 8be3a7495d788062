/** The band by itself: the course true to scale, with dates. */
import type { ReplayView } from "../../views/index.ts";
import { describe, framePicture, type Look, type Picture, sheetOf } from "../picture.ts";
import { drawDates, scaleOf, ticksOf } from "../scale.ts";
import { BAND_HEIGHT, band, patterns, scaledSegments } from "./band.ts";
import { legend } from "./legend.ts";
import { stretchesOf } from "./stretches.ts";
import { bandText } from "./text.ts";

/** The course of a crisis as a picture. */
export function bandPicture(telling: ReplayView, look: Look = {}): Picture {
  const sheet = sheetOf(look);
  const stretches = stretchesOf(telling);
  const scale = scaleOf(telling.scenario.window.from, telling.until, 8, sheet.width - 8);
  const dates = drawDates(sheet, ticksOf(scale, sheet.say), `${BAND_HEIGHT}v18`, BAND_HEIGHT + 15);
  const box = { left: 8, right: sheet.width - 8, y: BAND_HEIGHT + 40, courses: true };
  const key = legend(sheet, [], stretches, telling, box);
  return framePicture(sheet, {
    ...describe(sheet.say.titles.band(telling.scenario.title), bandText(telling, sheet.say)),
    body: band(sheet, scaledSegments(scale, stretches), 0) + dates + key.body,
    height: BAND_HEIGHT + 26 + key.height,
    defs: patterns(sheet),
  });
}
