/** A branch: the whole record with what became of its events, and the branch's own band from where they part. */
import { visibleLine } from "../../problem/index.ts";
import type { EvaluatedWhatIf } from "../../scenario/index.ts";
import type { ReplayView } from "../../views/index.ts";
import { type Drawn, flow, type Item } from "../content.ts";
import { dateText } from "../dates.ts";
import { cut, wrapLines } from "../font/wrap.ts";
import { describe, framePicture, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import { BAND_HEIGHT, band, patterns, type Segment, scaledSegments, segmentsOf } from "../record/band.ts";
import { sentenceOf } from "../record/draw-mark.ts";
import { lanes, NAMES } from "../record/lanes.ts";
import { item, legend } from "../record/legend.ts";
import { narrowBody } from "../record/narrow.ts";
import { stretchesOf } from "../record/stretches.ts";
import { axisOf, type System } from "../record/systems.ts";
import { bandText } from "../record/text.ts";
import { type ToneOf, toneOver } from "../record/tone.ts";
import { scaleOf } from "../scale.ts";
import { element, textAt } from "../svg.ts";
import type { Fate } from "../words/index.ts";
import { type FatedMark, markFates } from "./fates.ts";

/** What a branch is drawn from. */
interface BranchData {
  readonly record: ReplayView;
  readonly other: ReplayView;
  readonly fated: readonly FatedMark[];
  readonly toneOf: ToneOf;
  /** The minute at which record and branch part. */
  readonly parting: number;
}

const FATES: readonly Fate[] = ["dropped", "orphaned", "reopened", "left", "added"];

/** A what-if against its record, as a picture. */
export function branchPicture(telling: ReplayView, evaluated: EvaluatedWhatIf, look: Look = {}): Picture {
  const sheet = sheetOf(look);
  const { say, width } = sheet;
  const data = branchDataOf(telling, evaluated, sheet);
  const { fated } = data;
  const marks = fated.map(({ mark }) => mark);
  const { body, height } = sheet.narrow ? narrowBranch(sheet, data) : wideBranch(sheet, data);
  const lost = evaluated.branch.orphaned.length;
  const unlawful = marks.filter((mark, k) => mark.verdict === "void" && fated[k]?.tone !== "dropped").length;
  const books = say.books({ lost, reopened: evaluated.branch.reopened.length, unlawful });
  const because = visibleLine(evaluated.whatIf.because ?? "");
  const sentences = [...(because === "" ? [] : [because]), `${books} · ${say.policies[evaluated.whatIf.then]}`];
  const left = sheet.narrow ? 8 : NAMES;
  const lines = sentences.flatMap((sentence, k) => {
    const bold = k === 0 && because !== "";
    const looks = { x: left, size: 13, weight: bold ? 600 : 400, fill: bold ? "ink" : "soft" } as const;
    return wrapLines(sentence, width - left - 8, 3, looks).map((text) => ({ text, ...looks }));
  });
  const notes = lines.map((line, k) => textAt(sheet, { y: height + 16 + k * 18, ...line }));
  const below = height + lines.length * 18 + 14;
  const box = { left: 8, right: width - 8 };
  const fates = flow(fateItems(sheet, fated, box), box.left, box.right, below + 16);
  const key = legend(sheet, marks, stretchesOf(telling), telling, { ...box, y: below + 16 + fates.height });
  return framePicture(sheet, {
    ...describe(say.titles.branch(telling.scenario.title, evaluated.name), branchText(data, sentences, sheet)),
    body: body + notes.join("") + fates.body + key.body,
    height: below + fates.height + key.height + 12,
    defs: patterns(sheet),
  });
}

function branchDataOf(record: ReplayView, evaluated: EvaluatedWhatIf, { say }: Sheet): BranchData {
  const { history, branch } = evaluated;
  const other: ReplayView = { scenario: record.scenario, history, until: Math.min(history.now, record.until) };
  const fated = markFates(record, evaluated, say);
  const tones = new Map(fated.map(({ mark, tone }) => [mark, tone]));
  const from = [record.history.steps, history.steps].map(
    (steps) => steps[branch.shared.steps]?.minute ?? Number.POSITIVE_INFINITY,
  );
  return { record, other, fated, toneOf: (mark) => tones.get(mark) ?? "plain", parting: Math.min(...from) };
}

/** The lines of the record, each with the branch's band under it from where they part. */
function wideBranch(sheet: Sheet, { record, other, fated, toneOf, parting }: BranchData): Drawn {
  const marks = fated.map(({ mark }) => mark);
  const { window } = record.scenario;
  const scope = { left: NAMES, right: sheet.width - 8, from: window.from, until: record.until };
  const axis = axisOf(marks, scope, sheet.say);
  const [stretches, others] = [stretchesOf(record), stretchesOf(other)];
  const parts: string[] = [];
  let y = 0;
  for (const system of axis.systems) {
    const line = lanes(sheet, record, system, stretches, y, toneOf);
    parts.push(element("g", { class: "system" }, line.behind, line.before));
    y += line.height;
    const [from, to] = [xAt(system, parting, "begin"), xAt(system, other.until, "end")];
    const segments = clip(segmentsOf(system, others), from, to);
    if (segments.length > 0) {
      parts.push(ownBand(sheet, segments, y, parting > system.from));
      y += BAND_HEIGHT + 6;
    }
    y += 26;
  }
  return { body: parts.join(""), height: y - 20 };
}

/** Where a minute is on a line of columns: at the beginning of its column or at its end. */
function xAt({ columns, left, right, to }: System, minute: number, side: "begin" | "end"): number {
  if (minute >= to - 1) return right;
  const column = columns.findLast(({ from }) => from <= minute);
  if (column === undefined) return left;
  return side === "begin" ? column.x : column.x + column.width;
}

function clip(segments: readonly Segment[], from: number, to: number): readonly Segment[] {
  return segments.flatMap((segment) => {
    const [left, right] = [Math.max(from, segment.from), Math.min(to, segment.to)];
    return right - left < 1 ? [] : [{ ...segment, from: left, to: right }];
  });
}

/** The branch's band, with a curve by which it leaves the record, and its name at the left. */
function ownBand(sheet: Sheet, segments: readonly Segment[], y: number, parts: boolean): string {
  const x = segments[0]?.from ?? NAMES;
  const middle = y + BAND_HEIGHT - 26;
  const lines = wrapLines(sheet.say.instead, NAMES - 16, 2, { size: 14, weight: 600 });
  const name = lines.map((text, k) => textAt(sheet, { x: 8, y: middle + 8 + k * 17, text, size: 14, weight: 600 }));
  const start = Math.max(NAMES - 4, x - 46);
  const curve = element("path", {
    d: `M${start.toFixed(1)} ${y + 2}C${start.toFixed(1)} ${middle} ${start.toFixed(1)} ${middle} ${(x - 1).toFixed(1)} ${middle}`,
    fill: "none",
    stroke: sheet.colour("ink"),
    "stroke-width": 1.8,
  });
  return element("g", { class: "branch" }, parts ? curve : "", band(sheet, segments, y), ...name);
}

/** On a phone the band of the branch is below everything else, true to time. */
function narrowBranch(sheet: Sheet, { record, other, fated, toneOf }: BranchData): Drawn {
  const marks = fated.map(({ mark }) => mark);
  const above = narrowBody(sheet, {
    telling: record,
    marks,
    stretches: stretchesOf(record),
    chosen: undefined,
    toneOf,
  });
  const scale = scaleOf(record.scenario.window.from, record.until, 8, sheet.width - 8);
  const rows = [record, other].map((telling, k) => {
    const end = telling.until >= record.until ? scale.right : scale.at(telling.until);
    const segments = clip(scaledSegments(scale, stretchesOf(telling)), 8, end);
    return band(sheet, segments, above.height + 14 + k * (BAND_HEIGHT + 22));
  });
  const y = above.height + BAND_HEIGHT + 30;
  const text = cut(sheet.say.instead, sheet.width - 16, { size: 14, weight: 600 });
  const name = textAt(sheet, { x: 8, y, text, size: 14, weight: 600 });
  return { body: above.body + rows.join("") + name, height: y + BAND_HEIGHT + 8 };
}

/** The key of the fates that occur. */
function fateItems(
  sheet: Sheet,
  fated: readonly FatedMark[],
  box: { readonly left: number; readonly right: number },
): readonly Item[] {
  const signOf = (fate: Fate, x: number, y: number): string => {
    if (fate === "left")
      return element("rect", { x, y: y - 9, width: 26, height: 9, rx: 2, fill: sheet.colour("line") });
    const isUnder = fate === "reopened" || fate === "added";
    return toneOver(sheet, fate, [{ from: x, to: x + 26, y: isUnder ? y - 10 : y - 4 }]);
  };
  const occurring = FATES.filter((fate) => fated.some(({ tone }) => tone === fate));
  return occurring.map((fate) => item(sheet, sheet.say.fates[fate], box, (x, y) => signOf(fate, x, y), 34));
}

/** The branch in plain text: the sentences, what became of each event, and the branch's course. */
function branchText({ other, fated, parting }: BranchData, sentences: readonly string[], sheet: Sheet) {
  const { say } = sheet;
  const events = fated.map(({ mark, tone }) => {
    const fate = tone === "plain" || tone === "faint" ? "" : ` [${say.fates[tone]}]`;
    return `${sentenceOf(sheet, mark)}${fate}`;
  });
  const from = Number.isFinite(parting) ? ` (${say.from(dateText(parting, say, { year: true }))})` : "";
  return [...sentences, "", ...events, "", say.instead + from, ...bandText(other, say)];
}
