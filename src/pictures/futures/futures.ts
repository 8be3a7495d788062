/** Futures with an edit against those without it: a dumbbell for each outcome, and the record on the same axis. */
import { type Estimate, shareWith, type Tally } from "../../futures/index.ts";
import { visibleLine } from "../../problem/index.ts";
import { type Outcome, outcomeKinds, statesOf } from "../../scenario/index.ts";
import { apartText } from "../../views/index.ts";
import { decimal, heading, legend, sentences, stackContents } from "../content.ts";
import { type Content, framePicture, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import type { Words } from "../words/index.ts";
import { type AssumptionsData, assumptionsContent } from "./assumptions.ts";
import { endStatesContent } from "./end-states.ts";
import {
  axisOf,
  type Compared,
  comparedIn,
  estimateOf,
  type FuturesData,
  finalState,
  outcomeWords,
  recordOn,
  runsText,
  scaleEstimate,
} from "./outcomes.ts";
import { reachedContent } from "./reached.ts";
import { drawRows, type Row, rowKeys, rowText } from "./rows.ts";

/** The results of every outcome with the edit and without it. */
export function futuresPicture(data: FuturesData, look: Look = {}): Picture {
  const sheet = sheetOf(look);
  return framePicture(sheet, futuresContent(sheet, data));
}

/** The same, as a part of a larger picture. */
function futuresContent(sheet: Sheet, data: FuturesData, y = 0): Content {
  const { say } = sheet;
  const { without, with: edited, noOutcome, title } = say.futures;
  const rows = comparedIn(data).map((one) => rowOf(say, one));
  const name = title(data.scenario.title, data.name);
  const runs = runsText(say, data);
  const head = heading(sheet, name, [runs, ...(rows.length === 0 ? [noOutcome] : [])], y + 12);
  const keys = legend(sheet, rowKeys(sheet, without, edited), y + 12 + head.height + 8);
  const top = y + 12 + head.height + 8 + keys.height + 12;
  const drawn = drawRows(sheet, rows, top);
  const lines = rows.map((row) => rowText(sheet, row, [without, edited]));
  return {
    height: top + drawn.height - y,
    title: `${name}. ${runs}`,
    description: sentences([runs, ...lines]),
    text: [name, runs, ...lines.map((line) => `- ${line}`)].join("\n"),
    body: head.body + (rows.length === 0 ? "" : keys.body) + drawn.body,
  };
}

/** The futures of a what-if, with the assumptions that they rest on. */
export interface WhatIfData extends FuturesData, Omit<AssumptionsData, "scenario"> {
  /** The command that makes the picture again. */
  readonly command: string;
}

/** What follows a what-if, with its assumptions if any are given. The default caption is the command that makes it again. */
export function whatIfPicture(data: WhatIfData, look: Look = {}): Picture {
  const open = sheetOf(look);
  const sheet = open.caption === "" ? { ...open, caption: visibleLine(open.say.futures.again(data.command)) } : open;
  return framePicture(
    sheet,
    stackContents(`${sheet.say.futures.title(data.scenario.title, data.name)}. ${runsText(sheet.say, data)}`, [
      (y) => futuresContent(sheet, data, y),
      (y) => reachedContent(sheet, data, y),
      (y) => endStatesContent(sheet, data, y),
      ...(data.assumptions.length === 0 ? [] : [(y: number) => assumptionsContent(sheet, data, y)]),
    ]),
  );
}

/** An outcome as a row. For a final state, it is the row of the state in which the record ended. */
export function rowOf(say: Words, compared: Compared): Row {
  const { name, outcome, record, one, other, paired, scenario } = compared;
  const words = outcomeWords(say, name, outcome, scenario);
  const { toTheEnd, inTheMean, ofOne } = say.futures;
  if (outcome.kind === "final") {
    const state = statesOf(outcome)[record];
    const as = state === undefined ? say.futures.notReached : finalState(say, outcome, state, scenario);
    const share = (tally: Tally): Estimate => scaleEstimate(shareWith(tally, record), 100);
    const row = { title: `${words.title}${say.colon}${as}`, observes: words.observes, record: 100, recorded: as };
    return { ...row, axis: "share", one: share(one), other: share(other) };
  }
  const none = paired === undefined || Number.isNaN(paired.difference.value);
  const texts = none ? undefined : apartText(outcome, paired, { ...say.futures, point: say.point });
  const means = outcome.kind === "first" ? toTheEnd : outcome.kind === "longest" ? inTheMean : "";
  return {
    ...words,
    axis: axisOf(outcome),
    one: estimateOf(outcome, one),
    other: estimateOf(outcome, other),
    record: recordOn(outcome, record),
    recorded: recordedText(say, outcome, record),
    apart: texts === undefined ? undefined : { size: `${texts.size} (${texts.bounds ?? ofOne})`, more: means },
  };
}

/** The record's value in words. */
function recordedText(say: Words, outcome: Outcome, value: number): string {
  const { yes, no, levels, days, notReached } = say.futures;
  if (Number.isNaN(value)) return notReached;
  const { unit, scale } = outcomeKinds[outcome.kind];
  if (unit === "yes-or-no") return value === 1 ? yes : no;
  if (unit === "minutes") return days(decimal(say, value / scale));
  return unit === "level" ? (levels[value - 1] ?? String(value)) : String(value);
}
