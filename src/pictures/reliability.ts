/** Calibration as a picture: stated chances in tenths, against how often what they were given for came. */
import { column, decimal, heading, MARGIN, rule, sentences } from "./content.ts";
import { framePicture, type Look, type Picture, sheetOf } from "./picture.ts";
import { rulerBetween } from "./ruler.ts";
import { element, SMALL, textAt } from "./svg.ts";

/** What calibration is drawn from. */
export interface ReliabilityData {
  readonly reliability: readonly { readonly said: number; readonly came: number; readonly count: number }[];
}

const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** The picture. On the diagonal, events came as often as their stated chance. */
export function reliabilityPicture({ reliability }: ReliabilityData, look: Look = {}): Picture {
  const sheet = sheetOf({ width: 640, ...look });
  const { reliability: say } = sheet.say;
  const head = heading(sheet, say.title, [say.diagonal], 12);
  const [left, top] = [MARGIN + 44, 12 + head.height + 14];
  const side = Math.min(sheet.width - left - MARGIN, 460);
  const across = rulerBetween(0, 1, [left, left + side], TICKS);
  const up = rulerBetween(0, 1, [top + side, top], TICKS);
  const most = Math.max(1, ...reliability.map(({ count }) => count));
  const share = (value: number): string => say.percent(decimal(sheet.say, value * 100, 0));
  const grid = TICKS.flatMap((tick) => [
    rule(sheet, [across.at(tick), top, across.at(tick), top + side], "line"),
    rule(sheet, [left, up.at(tick), left + side, up.at(tick)], "line"),
    textAt(sheet, { x: across.at(tick), y: top + side + 17, text: share(tick), ...SMALL, anchor: "middle" }),
    textAt(sheet, { x: left - 6, y: up.at(tick) + 4, text: share(tick), ...SMALL, anchor: "end" }),
  ]);
  const dot = { fill: sheet.colour("a"), "fill-opacity": 0.85 };
  const marks = reliability.map(({ said, came, count }) =>
    element("circle", { cx: across.at(said), cy: up.at(came), r: 4 + 8 * Math.sqrt(count / most), ...dot }),
  );
  const below = column(sheet, { x: MARGIN, y: top + side + 26, width: sheet.width - 2 * MARGIN }, [
    { text: say.axes, size: 13, fill: "soft" },
  ]);
  const diagonal = rule(sheet, [left, top + side, left + side, top], "soft", 1.5, "4 4");
  const points = reliability.map(({ said, came, count }) => say.point(share(said), share(came), count));
  return framePicture(sheet, {
    height: top + side + 26 + below.height + 10,
    title: say.title,
    description: sentences([say.diagonal, ...points]),
    text: [say.title, say.diagonal, ...points.map((text) => `- ${text}`)].join("\n"),
    body: head.body + grid.join("") + diagonal + marks.join("") + below.body,
  });
}
