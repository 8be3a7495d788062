/** End states: where futures end, as two rows of shares. Small shares are grouped, and labels do not overlap. */
import { shareWith, type Tally } from "../../futures/index.ts";
import type { Region } from "../../machine/index.ts";
import { nth } from "../../problem/index.ts";
import { statesOf } from "../../scenario/index.ts";
import { stateToken } from "../chart/states.ts";
import {
  capitalize,
  column,
  type Drawn,
  decimal,
  heading,
  MARGIN,
  rule,
  sentences,
  spread,
  stackDrawings,
} from "../content.ts";
import { measure } from "../font/measure.ts";
import { type Content, framePicture, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import { element, SMALL, textAt, titleElement } from "../svg.ts";
import { inkOn } from "../tokens.ts";
import type { Words } from "../words/index.ts";
import {
  type Compared,
  comparedIn,
  estimateText,
  type FuturesData,
  finalState,
  outcomeWords,
  runsText,
  scaleEstimate,
} from "./outcomes.ts";
import { diamond } from "./rows.ts";

/** Where futures end, without the edit and with it. */
export function endStatesPicture(data: FuturesData, look: Look = {}): Picture {
  const sheet = sheetOf(look);
  return framePicture(sheet, endStatesContent(sheet, data));
}

interface Bars {
  readonly title: string;
  readonly observes: string;
  readonly rows: readonly { readonly name: string; readonly tally: Tally }[];
  /** The record's end in words. */
  readonly recorded: string;
  readonly region: Region;
  readonly states: readonly { readonly state: string; readonly label: string }[];
}

/** The same, as a part of a larger picture; its height is 0 if no outcome is a state. */
export function endStatesContent(sheet: Sheet, data: FuturesData, y = 0): Content {
  const { say } = sheet;
  const all = comparedIn(data).flatMap((one) => barsOf(say, one, [say.futures.without, say.futures.with]));
  return barsContent(sheet, all, runsText(say, data), y);
}

/** An outcome that is a state, as rows with these names; none for other outcomes. */
export function barsOf(
  say: Words,
  { name, outcome, record, one, other, scenario }: Compared,
  [first, second]: readonly [string, string],
): readonly Bars[] {
  if (outcome.kind !== "final") return [];
  const rows = [
    { name: first, tally: one },
    { name: second, tally: other },
  ];
  const states = statesOf(outcome).map((state) => ({ state, label: finalState(say, outcome, state, scenario) }));
  const { title, observes } = outcomeWords(say, name, outcome, scenario);
  const recorded = states[record]?.label ?? say.futures.notReached;
  return [{ title: say.futures.ends(title), observes, rows, recorded, region: outcome.region, states }];
}

/** Rows of shares of states for each outcome. */
export function barsContent(sheet: Sheet, all: readonly Bars[], runs: string, y: number): Content {
  const { body, end } = stackDrawings(y, all, (bars, at) => drawBars(sheet, bars, at), 16);
  const texts = all.map((bars) => barsText(sheet, bars));
  return {
    height: end - y,
    title: `${all.map(({ title }) => title).join(", ")}. ${runs}`,
    description: sentences(all.length === 0 ? [sheet.say.futures.noOutcome] : [runs, ...texts]),
    text: texts.join("\n"),
    body,
  };
}

function barsText({ say }: Sheet, { title, observes, rows, recorded, states }: Bars): string {
  const rowTexts = rows.map(({ name, tally }) => {
    const shares = states.flatMap(({ label }, place) =>
      tally.counts.has(place)
        ? [`${label} ${estimateText(say, "share", scaleEstimate(shareWith(tally, place), 100))}`]
        : [],
    );
    return `${name} ${shares.join(", ") || say.futures.noFuture}`;
  });
  return [`${title}. ${observes}`, ...rowTexts, `${say.futures.record}${say.colon}${recorded}`].join("; ");
}

const HEIGHT = 34;
const SIZE = 12;
/** The minimum share that is shown by itself. */
const MIN_SHARE = 0.02;

function drawBars(sheet: Sheet, bars: Bars, y: number) {
  const { title, observes, rows, recorded } = bars;
  const { say, width, narrow } = sheet;
  const head = heading({ ...sheet, narrow: true }, title, [observes], y + 8);
  const recordLabel = `${say.futures.record}${say.colon}${recorded}`;
  const record =
    diamond(sheet, MARGIN + 9, y + 8 + head.height + 12) +
    textAt(sheet, { x: MARGIN + 24, y: y + 8 + head.height + 16, text: recordLabel, ...SMALL });
  const from = narrow ? MARGIN : MARGIN + Math.max(...rows.map(({ name }) => measure(name, 13, 600))) + 16;
  let at = y + 8 + head.height + 32;
  const bodies = rows.map(({ name, tally }) => {
    const label = column(sheet, { x: MARGIN, y: narrow ? at : at + 9, width: width - 2 * MARGIN }, [
      { text: name, size: 13, weight: 600, most: 1 },
    ]);
    if (narrow) at += label.height + 4;
    const bar = drawBar(sheet, bars, tally, [from, width - MARGIN], at);
    at += bar.height + 12;
    return label.body + bar.body;
  });
  return { body: head.body + record + bodies.join(""), height: at - y };
}

interface Segment {
  readonly label: string;
  readonly state: string | undefined;
  readonly share: number;
  readonly text: string;
}

function drawBar(
  sheet: Sheet,
  { region, states }: Bars,
  tally: Tally,
  [from, to]: readonly [number, number],
  y: number,
): Drawn {
  const { say } = sheet;
  if (tally.futures === 0) {
    return { body: textAt(sheet, { x: from, y: y + 22, text: say.futures.noFuture, size: SIZE }), height: HEIGHT };
  }
  const whole = states.flatMap(({ state, label }, place): readonly Segment[] => {
    const share = (tally.counts.get(place) ?? 0) / tally.futures;
    return share === 0 ? [] : [segment(say, capitalize(label), state, share)];
  });
  const shown = groupSmall(whole, say, to - from);
  let x = from;
  const parts = shown.map((one) => {
    const wide = one.share * (to - from);
    const middle = x + wide / 2;
    const token = one.state === undefined ? "line" : stateToken(region, one.state);
    const place = { x, y, width: Math.max(1, wide - 1.5), height: HEIGHT };
    const look = { fill: sheet.colour(token), stroke: sheet.colour("soft"), "stroke-width": 0.5 };
    const box = element("rect", { ...place, ...look }, titleElement(one.text));
    x += wide;
    const fill = inkOn(token);
    const inside = fitsIn(one, wide)
      ? textAt(sheet, { x: middle, y: y + 21, text: one.text, size: SIZE, weight: 600, fill, anchor: "middle" })
      : "";
    return { one, middle, body: box + inside, outside: inside === "" };
  });
  const outside = parts.filter((part) => part.outside);
  const wishes = outside.map(({ one, middle }) => ({ middle, width: measure(one.text, SIZE) }));
  const places = spread(wishes, from, to, GAP);
  const leaders = outside.map(({ one, middle }, k) => {
    const place = nth(places, k);
    return [
      rule(sheet, [middle, y + HEIGHT, middle, y + HEIGHT + 4], "soft"),
      rule(sheet, [middle, y + HEIGHT + 4, place, y + HEIGHT + 18], "soft"),
      textAt(sheet, { x: place, y: y + HEIGHT + 31, text: one.text, size: SIZE, anchor: "middle" }),
    ].join("");
  });
  const body = parts.map(({ body: part }) => part).join("") + leaders.join("");
  return { body, height: HEIGHT + (outside.length === 0 ? 0 : 36) };
}

const GAP = 12;

function segment(say: Words, label: string, state: string | undefined, share: number): Segment {
  return { label, state, share, text: `${label} ${decimal(say, share * 100)} %` };
}

function fitsIn({ text }: Segment, wide: number): boolean {
  return measure(text, SIZE, 600) + 12 <= wide;
}

/** Groups small shares, and more of them as long as the labels have no room beside each other. */
function groupSmall(whole: readonly Segment[], say: Words, room: number): readonly Segment[] {
  let kept = whole.filter(({ share }) => share >= MIN_SHARE || whole.length === 1);
  for (;;) {
    const rest = whole.filter((one) => !kept.includes(one));
    const together = rest.reduce((sum, { share }) => sum + share, 0);
    const shown =
      rest.length === 0 ? kept : [...kept, segment(say, capitalize(say.futures.other), undefined, together)];
    const needed = shown
      .filter((one) => !fitsIn(one, one.share * room))
      .reduce((sum, { text }) => sum + measure(text, SIZE) + GAP, -GAP);
    if (needed <= room || kept.length <= 1) return shown;
    const least = Math.min(...kept.map(({ share }) => share));
    kept = kept.filter(({ share }) => share !== least);
  }
}
