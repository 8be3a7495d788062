/** Assumptions: what futures rest on, those with a range first, each with its share of the answer if that is known. */
import { actOf, isActId } from "../../events/index.ts";
import { type Ranged, type Resting, rangedOf, type Sensitivity } from "../../futures/index.ts";
import { nth } from "../../problem/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { numeral } from "../../views/index.ts";
import { capitalize, column, heading, MARGIN, rule, sentences, spread, stackDrawings } from "../content.ts";
import { measure } from "../font/measure.ts";
import { type Content, framePicture, type Look, type Picture, type Sheet, sheetOf } from "../picture.ts";
import { rulerBetween } from "../ruler.ts";
import { element, SMALL, textAt } from "../svg.ts";

/** How far each assumption by itself decides one quantity of a sweep. */
export type Shares = readonly Pick<Sensitivity, "name" | "share" | "noise">[];

/** What futures rest on. */
export function assumptionsPicture(data: AssumptionsData, look: Look = {}): Picture {
  const sheet = sheetOf(look);
  return framePicture(sheet, assumptionsContent(sheet, data));
}

/** What a picture of assumptions is drawn from. */
export interface AssumptionsData {
  readonly assumptions: readonly Resting[];
  /** Its actors' codes occur in the meanings. */
  readonly scenario: Pick<Scenario, "actors">;
  /** How far each decides the answer; those that decide more come first. */
  readonly shares?: Shares | undefined;
}

interface AssumptionRow extends Ranged {
  /** Its share of the variance in per cent; undefined if unknown, 0 if not beyond noise. */
  readonly decides: number | undefined;
}

/** The same, as a part of a larger picture. */
export function assumptionsContent(sheet: Sheet, data: AssumptionsData, top = 0): Content {
  const { assumptions: all, scenario, shares } = data;
  const { say } = sheet;
  const resting = all.map((one) => ({ ...one, meaning: meaningIn(one.meaning, scenario) }));
  const { assumptions, assumptionsNote, unranged, noAssumption } = say.futures;
  const ranged = rangedOf(resting).map((one): AssumptionRow => {
    const found = shares?.find(({ name }) => name === one.name);
    return { ...one, decides: found && (found.share > found.noise ? found.share * 100 : 0) };
  });
  const rows = ranged.toSorted((one, other) => (other.decides ?? -1) - (one.decides ?? -1));
  const others = resting.filter((one) => !ranged.some(({ name }) => name === one.name));
  const note = resting.length === 0 ? noAssumption : assumptionsNote;
  const head = heading({ ...sheet, narrow: true }, assumptions, [note], top + 8);
  const drawn = stackDrawings(top + 8 + head.height + 8, rows, (row, y) => drawRow(sheet, row, y));
  const y = drawn.end;
  const foldedText = others.length === 0 ? "" : unranged(others.length);
  const last = column(sheet, { x: MARGIN, y: y + 8, width: sheet.width - 2 * MARGIN }, [
    { text: foldedText, size: 13, fill: "soft" },
  ]);
  const lines = rows.map((row) => rowText(sheet, row));
  const more = others.map(
    ({ meaning, value, basis }) => `${meaning}${say.colon}${numeral(value)}; ${basis ?? say.futures.noBasis}`,
  );
  return {
    height: y + 8 + last.height + 12 - top,
    title: assumptions,
    description: sentences([note, ...lines, ...(foldedText === "" ? [] : [foldedText])]),
    text: [assumptions, note, ...[...lines, ...more].map((text) => `- ${text}`)].join("\n"),
    body: head.body + drawn.body + last.body,
  };
}

function rowText({ say }: Sheet, { meaning, value, range, basis, decides }: AssumptionRow): string {
  const { range: ranges, noBasis, decides: says, noise } = say.futures;
  return [
    `${meaning}${say.colon}${ranges(numeral(range[0]), numeral(value), numeral(range[1]))}`,
    ...(decides === undefined ? [] : [decides === 0 ? noise : says(decides.toFixed(0))]),
    basis ?? noBasis,
  ].join("; ");
}

function drawRow(sheet: Sheet, row: AssumptionRow, y: number) {
  const { narrow, width, say } = sheet;
  const [left, right] = [MARGIN, width - MARGIN];
  const hasShare = row.decides !== undefined;
  const split = narrow ? right : left + (right - left) * (hasShare ? 0.5 : 0.58);
  const label = column(sheet, { x: left, y: y + 8, width: split - left - (narrow ? 0 : 24) }, [
    { text: capitalize(row.meaning), size: 13, most: 2 },
    { text: row.basis ?? say.futures.noBasis, size: 12, fill: "soft", most: 1 },
  ]);
  const from = narrow ? left : split;
  const to = narrow
    ? hasShare
      ? left + (right - left) * 0.6
      : right
    : hasShare
      ? left + (right - left) * 0.78
      : right;
  const height = narrow ? label.height + 66 : Math.max(label.height + 16, 56);
  const middle = narrow ? y + 8 + label.height + 28 : y + height / 2 + 2;
  const range = drawRange(sheet, row, [from, to], middle);
  const share = hasShare ? drawShare(sheet, row.decides ?? 0, [to + 32, right], middle) : "";
  return { body: rule(sheet, [left, y, right, y], "line") + label.body + range + share, height };
}

function drawRange(
  sheet: Sheet,
  { value, range }: AssumptionRow,
  [from, to]: readonly [number, number],
  y: number,
): string {
  const scale = rulerBetween(range[0], range[1], [from + 12, to - 12], []);
  const x = scale.at(value);
  const central = numeral(value);
  const half = measure(central, 12, 600) / 2;
  const middle = Math.min(to - half, Math.max(from + half, x));
  const ends = range.map((end) => ({ text: numeral(end), middle: scale.at(end), width: measure(numeral(end), 12) }));
  const places = spread(ends, from, to);
  return [
    element("rect", { x: from + 12, y: y - 4, width: to - from - 24, height: 8, rx: 4, fill: sheet.colour("line") }),
    element("rect", { x: x - 1.5, y: y - 8, width: 3, height: 16, fill: sheet.colour("ink") }),
    textAt(sheet, { x: middle, y: y - 12, text: central, size: 12, weight: 600, anchor: "middle" }),
    ...ends.map(({ text }, k) => textAt(sheet, { x: nth(places, k), y: y + 20, text, ...SMALL, anchor: "middle" })),
  ].join("");
}

function drawShare(sheet: Sheet, share: number, [from, to]: readonly [number, number], y: number): string {
  const { decides, noise } = sheet.say.futures;
  return [
    element("rect", { x: from, y: y - 4, width: to - from, height: 8, fill: sheet.colour("line"), rx: 2 }),
    element("rect", {
      x: from,
      y: y - 4,
      width: ((to - from) * share) / 100,
      height: 8,
      fill: sheet.colour("b"),
      rx: 2,
    }),
    column(sheet, { x: from, y: y + 7, width: to - from }, [
      { text: share === 0 ? noise : decides(share.toFixed(0)), size: 12, fill: "soft", most: 1 },
    ]).body,
  ].join("");
}

/** A meaning with the names of actors in place of their codes, and acts in words. */
export function meaningIn(meaning: string, { actors }: Pick<Scenario, "actors">): string {
  return meaning.replace(/[A-Za-z][\w-]*/g, (word) => {
    if (Object.hasOwn(actors, word)) return actors[word]?.name ?? word;
    return word.includes("-") && isActId(word) ? `“${actOf(word).label.toLowerCase()}”` : word;
  });
}
