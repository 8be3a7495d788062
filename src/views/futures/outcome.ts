/** One outcome: what is observed, and how it is distributed in the record, without the edit and with it. */
import type { Paired, Tally } from "../../futures/index.ts";
import type { Dyad } from "../../machine/index.ts";
import { type Block, beside, type Line, line, span, wrap } from "../../render/index.ts";
import { type Outcome, outcomeKinds } from "../../scenario/index.ts";
import { HISTOGRAM, histogram } from "./distribution.ts";
import { boundsOf, describe, numbersOf, recordText } from "./kinds.ts";

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
  const tallies = rows.map(({ tally }) => tally);
  const [low, high] = boundsOf(outcome, tallies, told.length);
  return [
    ...wrap(line(span(name, "strong"), span(`  ${describe(outcome, dyad)}`, "faint")), columns, 4),
    ...row("the record", "", [recordText(outcome, record, dyad)], columns),
    ...rows.flatMap(({ name: label, tally }) =>
      row(label, histogram(tally, low, high), numbersOf(outcome, tally, dyad), columns),
    ),
    ...(paired === undefined ? [] : row("difference", "", [pairedText(outcome, paired)], columns)),
  ];
}

function row(label: string, picture: string, texts: readonly string[], columns: number): Block {
  const room = columns - NAME - HISTOGRAM - 6;
  return beside([
    { columns: NAME, block: wrap(line("  ", span(label, "faint")), NAME, 2) },
    { columns: HISTOGRAM, block: [line(span(picture, "talk"))] },
    { columns: room, block: texts.flatMap((text) => wrap(line(text), room, 2)) },
  ]);
}

/** How an outcome differs with the edit, with its interval and what the pairing saved. */
export function pairedText({ kind }: Outcome, { difference, saved }: Paired): string {
  const { value, low, high } = difference;
  const { unit: counted, scale } = outcomeKinds[kind];
  const [time, share] = [counted === "minutes", counted === "yes-or-no"];
  const number = (one: number): string => {
    const text = time ? (one / scale).toFixed(1) : share ? (one * 100).toFixed(1) : one.toFixed(2);
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
