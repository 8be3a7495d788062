/** Times as curves: the share of futures that have reached something by each day, with a 95 % interval as a band. */
import { MINUTES_PER_DAY } from "../../events/index.ts";
import { reachedShare, shareOf, type Tally } from "../../futures/index.ts";
import { nth } from "../../problem/index.ts";
import { decimal, heading, legend, MARGIN, rule, sentences, spread, stackDrawings } from "../content.ts";
import { dateText } from "../dates.ts";
import { measure } from "../font/measure.ts";
import { type Content, framePicture, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import { type Ruler, roundRuler, rulerBetween } from "../ruler.ts";
import { element, SMALL, textAt } from "../svg.ts";
import type { Token } from "../tokens.ts";
import {
  comparedIn,
  estimateText,
  type FuturesData,
  outcomeWords,
  runsText,
  scaleEstimate,
  sinceMinute,
} from "./outcomes.ts";
import { diamond, ONE, OTHER } from "./rows.ts";

/** How many futures have reached each outcome by each day, without the edit and with it. */
export function reachedPicture(data: FuturesData, look: Look = {}): Picture {
  const sheet = sheetOf(look);
  return framePicture(sheet, reachedContent(sheet, data));
}

/** The same, as a part of a larger picture; its height is 0 if no outcome is a time that may not be reached. */
export function reachedContent(sheet: Sheet, data: FuturesData, y = 0): Content {
  const panels = panelsOf(sheet, data);
  const runs = runsText(sheet.say, data);
  const { body, end } = stackDrawings(y, panels, (panel, at) => drawPanel(sheet, panel, at), 20);
  const texts = panels.map((panel) => panelText(sheet, panel));
  return {
    height: end - y,
    title: `${panels.map(({ title }) => title).join(", ")}. ${runs}`,
    description: sentences(panels.length === 0 ? [sheet.say.futures.noOutcome] : [runs, ...texts]),
    text: texts.join("\n"),
    body,
  };
}

interface Curve {
  readonly name: string;
  readonly tally: Tally;
  readonly stroke: Token;
  /** For each day in ascending order, how many futures have reached it by then. */
  readonly steps: readonly (readonly [day: number, reached: number])[];
}

interface Panel {
  readonly title: string;
  readonly observes: string;
  /** The day from which it is counted, in words. */
  readonly from: string;
  /** Days until the end of what is simulated. */
  readonly days: number;
  readonly curves: readonly Curve[];
  readonly record: number;
}

function panelsOf({ say }: Sheet, data: FuturesData): readonly Panel[] {
  const [first, horizon] = data.watched;
  return comparedIn(data).flatMap(({ name, outcome, record, one, other, scenario }): readonly Panel[] => {
    if (outcome.kind !== "first") return [];
    const begins = sinceMinute(outcome, scenario) ?? first;
    const { title, observes } = outcomeWords(say, name, outcome, scenario);
    return [
      {
        title: say.futures.reached(title),
        observes,
        from: dateText(begins, say, { year: true }),
        days: Math.max(1, (horizon - begins) / MINUTES_PER_DAY),
        curves: [
          { name: say.futures.without, tally: one, stroke: ONE, steps: stepsOf(one) },
          { name: say.futures.with, tally: other, stroke: OTHER, steps: stepsOf(other) },
        ],
        record: record / MINUTES_PER_DAY,
      },
    ];
  });
}

function stepsOf({ counts }: Tally): Curve["steps"] {
  let reached = 0;
  return [...counts]
    .toSorted(([one], [other]) => one - other)
    .map(([value, count]) => {
      reached += count;
      return [value / MINUTES_PER_DAY, reached] as const;
    });
}

function drawPanel(sheet: Sheet, { title, observes, from, days, curves, record }: Panel, y: number) {
  const { narrow, width, say } = sheet;
  const { without, with: edited, record: recordWord, notReached, reachedAxis, dayAxis, neverPiled } = say.futures;
  const head = heading({ ...sheet, narrow: true }, title, [`${observes}. ${neverPiled}`], y + 8);
  const recorded = Number.isNaN(record) ? notReached : say.futures.days(decimal(say, record));
  const keys = legend(
    sheet,
    [
      { mark: (x, at) => rule(sheet, [x, at, x + 18, at], ONE, 2), text: without },
      { mark: (x, at) => rule(sheet, [x, at, x + 18, at], OTHER, 2, "6 3"), text: edited },
      { mark: (x, at) => area(sheet, `M${x} ${at - 6}h18v12h-18z`, ONE), text: say.futures.interval },
      {
        mark: (x, at) => (Number.isNaN(record) ? "" : diamond(sheet, x + 9, at)),
        text: `${recordWord}${say.colon}${recorded}`,
      },
    ],
    y + 8 + head.height + 6,
  );
  const top = y + 8 + head.height + 6 + keys.height + 34;
  const bottom = top + (narrow ? 170 : 210);
  const ends = curves.map(({ tally, stroke }) => {
    const share = reachedShare(tally);
    const text = Number.isNaN(share.value) ? say.futures.noFuture : `${decimal(say, share.value * 100)} %`;
    return { share: share.value, text, stroke };
  });
  const right = width - MARGIN - Math.max(...ends.map(({ text }) => measure(text, 13, 600))) - 8;
  const x = roundRuler(days, [MARGIN + 44, right], narrow ? 4 : 8);
  const across = { ...rulerBetween(0, days, [MARGIN + 44, right], []), ticks: x.ticks.filter((tick) => tick <= days) };
  const up = rulerBetween(0, 1, [bottom, top], [0, 0.25, 0.5, 0.75, 1]);
  const frame = [
    textAt(sheet, { x: MARGIN, y: top - 14, text: reachedAxis, ...SMALL }),
    ...up.ticks.map((tick) => rule(sheet, [across.at(0), up.at(tick), right, up.at(tick)], "line")),
    ...up.ticks.map((tick) =>
      textAt(sheet, { x: across.at(0) - 8, y: up.at(tick) + 4, text: `${tick * 100} %`, ...SMALL, anchor: "end" }),
    ),
    ...across.ticks.map((tick) =>
      textAt(sheet, { x: across.at(tick), y: bottom + 18, text: String(tick), ...SMALL, anchor: "middle" }),
    ),
    textAt(sheet, { x: right, y: bottom + 36, text: dayAxis(from), ...SMALL, anchor: "end" }),
  ];
  const drawn = curves.map((curve) => drawCurve(sheet, curve, across, up));
  const sorted = ends.toSorted((one, other) => other.share - one.share);
  const wishes = sorted.map(({ share }) => ({ middle: up.at(Number.isNaN(share) ? 0 : share), width: 16 }));
  const places = spread(wishes, top - 12, bottom + 4, 0);
  const labels = sorted.map(({ text, stroke }, k) =>
    textAt(sheet, { x: right + 8, y: nth(places, k) + 4, text, size: 13, weight: 600, fill: stroke }),
  );
  const mark = Number.isNaN(record)
    ? ""
    : rule(sheet, [across.at(record), top - 6, across.at(record), bottom], "ink", 1, "3 3") +
      diamond(sheet, across.at(record), bottom);
  const body = [head.body, keys.body, ...frame, ...drawn, mark, ...labels].join("");
  return { body, height: bottom + 44 - y };
}

function drawCurve(sheet: Sheet, { tally, stroke, steps }: Curve, x: Ruler, up: Ruler): string {
  const { futures } = tally;
  if (futures === 0) return "";
  const points = thinOut([[0, 0], ...steps, [x.high, tally.reached]], x);
  const shares = points.map(([day, reached]) => ({ day, ...shareOf(reached, futures) }));
  const path = (key: "value" | "low" | "high"): readonly string[] =>
    shares.flatMap((one, k) => {
      const before = shares[k - 1];
      const at = (share: number): string => `${x.at(one.day).toFixed(1)} ${up.at(share).toFixed(1)}`;
      return before === undefined ? [at(one[key])] : [at(before[key]), at(one[key])];
    });
  const band = `M${path("high").join("L")}L${path("low").toReversed().join("L")}z`;
  const dash = stroke === OTHER ? "6 3" : undefined;
  const look = { fill: "none", stroke: sheet.colour(stroke), "stroke-width": 2, "stroke-dasharray": dash };
  return area(sheet, band, stroke) + element("path", { d: `M${path("value").join("L")}`, ...look });
}

/** Keeps at most one step for each pixel: its last. */
function thinOut(steps: Curve["steps"], x: Ruler): Curve["steps"] {
  return steps.filter(([day], k) => {
    const next = steps[k + 1];
    return next === undefined || Math.round(x.at(next[0])) !== Math.round(x.at(day));
  });
}

function area(sheet: Sheet, d: string, fill: Token): string {
  return element("path", { d, fill: sheet.colour(fill), "fill-opacity": 0.18 });
}

/** The shares of the days after which a text says how many futures have reached it. */
const TEXT_SHARES = [0.1, 0.25, 0.5, 0.75, 1];

function panelText({ say }: Sheet, { title, observes, from, days, curves, record }: Panel): string {
  const { record: recordWord, notReached, dayAxis } = say.futures;
  const curveTexts = curves.map(({ name, tally, steps }) => {
    const parts = TEXT_SHARES.map((share) => {
      const day = share * days;
      const reached = steps.findLast(([one]) => one <= day)?.[1] ?? 0;
      return `${say.futures.days(day.toFixed(0))} ${estimateText(say, "share", scaleEstimate(shareOf(reached, tally.futures), 100))}`;
    });
    return `${name} ${parts.join(", ")}`;
  });
  const recorded = Number.isNaN(record) ? notReached : say.futures.days(decimal(say, record));
  return [`${title}. ${observes}; ${dayAxis(from)}`, ...curveTexts, `${recordWord}${say.colon}${recorded}`].join("; ");
}
