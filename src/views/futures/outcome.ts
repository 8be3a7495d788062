/** One outcome: what is observed, and how it is distributed in the record, without the edit and with it. */
import { MINUTES_PER_DAY } from "../../events/index.ts";
import { meanValue, type Paired, quantileOf, reachedShare, shareWith, type Tally } from "../../futures/index.ts";
import { type Dyad, regions } from "../../machine/index.ts";
import { type Block, beside, type Line, line, span, wrap } from "../../render/index.ts";
import type { Outcome } from "../../scenario/index.ts";
import { patternText } from "../findings.ts";
import { regionKey, stateText } from "../words.ts";
import { dayCount, daysText, HISTOGRAM, histogram, numberText, percentText } from "./distribution.ts";

/** The distributions of an outcome that are told beside each other. */
export interface Told {
  readonly outcome: Outcome;
  readonly dyad: Dyad;
  /** The value in the record. */
  readonly record: number;
  readonly rows: readonly { readonly name: string; readonly tally: Tally }[];
  readonly paired?: Paired | undefined;
  /** Minutes that are simulated, from the beginning of the record. */
  readonly length: number;
}

const NAME = 17;

/** An outcome with its rows. */
export function outcomeBlock(name: string, told: Told, columns: number): Block {
  const { outcome, record, rows, paired, dyad } = told;
  const [low, high] = boundsOf(told);
  return [
    ...wrap(line(span(name, "strong"), span(`  ${describe(outcome, dyad)}`, "faint")), columns, 4),
    ...row("the record", "", [recordText(outcome, record, dyad)], columns),
    ...rows.flatMap(({ name: label, tally }) =>
      row(label, histogram(tally, low, high), numbersOf(outcome, tally, dyad), columns),
    ),
    ...(paired === undefined ? [] : row("difference", "", [pairedText(outcome, paired)], columns)),
  ];
}

/** What an outcome observes, in words. */
export function describe(outcome: Outcome, dyad: Dyad): string {
  const since = outcome.since === undefined ? "" : ` since ${outcome.since}`;
  switch (outcome.kind) {
    case "first":
      return `days${since === "" ? " from the first event" : since} until ${patternText(outcome.pattern, dyad)}`;
    case "reached":
      return `whether ${patternText(outcome.pattern, dyad)} is reached${since}`;
    case "longest":
      return `longest spell of ${patternText(outcome.pattern, dyad)}${since}, in days`;
    case "count":
      return `number of acts: ${outcome.what}${outcome.by === undefined ? "" : ` by ${outcome.by}`}${since}`;
    case "final":
      return `where ${regionKey(outcome.region, dyad)} ends`;
    case "peak":
      return `highest hostility level${since}: 1 none, 2 threat, 3 display, 4 force, 5 war`;
  }
}

function row(label: string, picture: string, texts: readonly string[], columns: number): Block {
  const room = columns - NAME - HISTOGRAM - 6;
  return beside([
    { columns: NAME, block: wrap(line("  ", span(label, "faint")), NAME, 2) },
    { columns: HISTOGRAM, block: [line(span(picture, "talk"))] },
    { columns: room, block: texts.flatMap((text) => wrap(line(text), room, 2)) },
  ]);
}

function boundsOf({ outcome, rows, length }: Told): readonly [low: number, high: number] {
  if (outcome.kind === "first" || outcome.kind === "longest") return [0, length];
  if (outcome.kind === "reached") return [0, 2];
  if (outcome.kind === "peak") return [1, 6];
  if (outcome.kind === "final") return [0, regions[outcome.region].length];
  return [0, Math.max(HISTOGRAM, 1 + Math.max(...rows.flatMap(({ tally }) => [...tally.counts.keys()])))];
}

/** The value in the record, in words. */
export function recordText(outcome: Outcome, value: number, dyad: Dyad): string {
  if (Number.isNaN(value)) return "not reached";
  if (outcome.kind === "first" || outcome.kind === "longest") return `${dayCount(value)} d`;
  if (outcome.kind === "reached") return value === 1 ? "yes" : "no";
  if (outcome.kind === "final") return stateText(outcome.region, regions[outcome.region][value] ?? "", dyad);
  return String(value);
}

/** The numbers of a row, the most telling first. */
export function numbersOf(outcome: Outcome, tally: Tally, dyad: Dyad): readonly string[] {
  switch (outcome.kind) {
    case "first":
      return [`reached in ${percentText(reachedShare(tally))}`, `median ${daysText(quantileOf(tally, 0.5))}`];
    case "reached":
      return [percentText(shareWith(tally, 1))];
    case "longest":
      return [`median ${daysText(quantileOf(tally, 0.5))}`];
    case "count":
      return [`mean ${numberText(meanValue(tally))}`];
    case "final":
      return mostCommon(tally).map(
        (value) =>
          `${stateText(outcome.region, regions[outcome.region][value] ?? "", dyad)} ${percentText(shareWith(tally, value))}`,
      );
    case "peak":
      return mostCommon(tally).map((value) => `level ${value}: ${percentText(shareWith(tally, value))}`);
  }
}

/** The values of more than a hundredth of the futures, at most four. */
function mostCommon({ counts, futures }: Tally): readonly number[] {
  return [...counts]
    .filter(([, count]) => count / futures >= 0.01)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 4)
    .map(([value]) => value);
}

/** How an outcome differs with the edit, with its interval and what the pairing saved. */
export function pairedText({ kind }: Outcome, { difference, saved }: Paired): string {
  const { value, low, high } = difference;
  const time = kind === "first" || kind === "longest";
  const share = kind === "reached";
  const number = (one: number): string => {
    const text = time ? (one / MINUTES_PER_DAY).toFixed(1) : share ? (one * 100).toFixed(1) : one.toFixed(2);
    return one > 0 ? `+${text}` : text.replace("-", "−");
  };
  const unit = time ? " d" : share ? " points" : "";
  const pairing = `pairing saved ${Math.round(saved * 100) + 0} % of the variance`.replace("-", "−");
  return `${number(value)}${unit} (${number(low)} to ${number(high)}), ${pairing}`;
}

/** A line that says how one may be sure of numbers like these. */
export function intervalNote(): Line {
  return line(
    span(
      "Intervals hold 95 %: Wilson for shares, order statistics for medians, normal for means and paired differences. They are of chance in the model alone, not of the model.",
      "faint",
    ),
  );
}
