/** A sweep: every outcome at the central values against the whole sweep, and how far apart its points are. */
import { type SweepSummary, spreadOf } from "../../futures/index.ts";
import type { Outcome, Scenario } from "../../scenario/index.ts";
import { heading, legend, sentences, stackContents } from "../content.ts";
import { type Content, framePicture, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import { barsContent, barsOf } from "./end-states.ts";
import { rowOf } from "./futures.ts";
import type { Compared } from "./outcomes.ts";
import { drawRows, type Row, rowKeys, rowText } from "./rows.ts";

/** What a sweep is drawn from. */
export interface SweepData {
  readonly title: string;
  readonly scenario: Pick<Scenario, "dyad" | "actors" | "events">;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly summary: SweepSummary;
  /** The value of each outcome in the record. */
  readonly record: Readonly<Record<string, number>>;
  /** How many futures of which seed at how many points, in words. */
  readonly runs: string;
}

/** The results of a sweep. */
export function sweepPicture(data: SweepData, look: Look = {}): Picture {
  const sheet = sheetOf(look);
  return framePicture(
    sheet,
    stackContents(data.title, [(y) => dumbbells(sheet, data, y), (y) => endsOf(sheet, data, y)]),
  );
}

function dumbbells(sheet: Sheet, data: SweepData, y: number): Content {
  const { central, sweep, between, sweepNote, noOutcome } = sheet.say.futures;
  const rows = rowsOf(sheet, data);
  const head = heading(sheet, data.title, [data.runs, rows.length === 0 ? noOutcome : sweepNote], y + 12);
  const keys = legend(sheet, rowKeys(sheet, central, sweep, between), y + 12 + head.height + 8);
  const top = y + 12 + head.height + 8 + keys.height + 12;
  const drawn = drawRows(sheet, rows, top);
  const lines = rows.map((row) => rowText(sheet, row, [central, sweep]));
  return {
    height: top + drawn.height - y,
    title: data.title,
    description: sentences([data.runs, sweepNote, ...lines]),
    text: [data.title, data.runs, sweepNote, ...lines.map((line) => `- ${line}`)].join("\n"),
    body: head.body + (rows.length === 0 ? "" : keys.body) + drawn.body,
  };
}

/** Every outcome at the central values and over the sweep. */
function comparedIn(data: SweepData): readonly (Compared & { readonly place: number })[] {
  const { scenario, outcomes, summary } = data;
  return Object.entries(outcomes).flatMap(([name, outcome], place) => {
    const [one, other] = [summary.central[name], summary.sweep[name]];
    if (one === undefined || other === undefined) return [];
    return [{ name, outcome, record: data.record[name] ?? Number.NaN, one, other, scenario, place }];
  });
}

function rowsOf({ say }: Sheet, data: SweepData): readonly Row[] {
  return comparedIn(data).map((compared): Row => {
    const row = rowOf(say, compared);
    // All points count the same, so an interval over them would have no probability.
    const other = { ...row.other, low: Number.NaN, high: Number.NaN };
    return { ...row, other, between: betweenOf(data.summary, compared.outcome, compared.place, compared.record) };
  });
}

/** From the point with the lowest mean to the one with the highest, on the axis of the row; undefined for medians. */
function betweenOf(summary: SweepSummary, outcome: Outcome, place: number, record: number): Row["between"] {
  if (outcome.kind === "longest") return undefined;
  const own = summary.points.filter(({ quantity }) => quantity.outcome === place);
  const points = outcome.kind === "final" ? own[record] : own[0];
  const ends = points && spreadOf(points, summary);
  const scale = points?.quantity.unit === "share" ? 100 : 1;
  return ends && [ends[0] * scale, ends[1] * scale];
}

function endsOf(sheet: Sheet, data: SweepData, y: number): Content {
  const { central, sweep } = sheet.say.futures;
  const bars = comparedIn(data).flatMap((one) => barsOf(sheet.say, one, [central, sweep]));
  return barsContent(sheet, bars, data.runs, y);
}
