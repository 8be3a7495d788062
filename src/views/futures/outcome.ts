/** One outcome: what is observed, and how it is distributed in the record, without the edit and with it. */
import type { Paired, Tally } from "../../futures/index.ts";
import type { Dyad } from "../../machine/index.ts";
import { line, type ProsePart, prose, span, type TableCell, type TablePart, table } from "../../render/index.ts";
import { type Outcome, outcomeKinds } from "../../scenario/index.ts";
import { HISTOGRAM, histogram } from "./distribution.ts";
import { boundsOf, describe, numbersOf, recordText } from "./kinds.ts";

/** The distributions of an outcome, to be shown beside each other. */
export interface OutcomeDistributions {
  readonly outcome: Outcome;
  readonly dyad: Dyad;
  /** The value in the record. */
  readonly record: number;
  readonly rows: readonly { readonly name: string; readonly tally: Tally }[];
  readonly paired?: Paired | undefined;
  /** Minutes that are simulated, from the beginning of the record. */
  readonly length: number;
}

/** An outcome with a row for each distribution. */
export function outcomeTable(name: string, distributions: OutcomeDistributions): TablePart {
  const { outcome, record, rows, paired, dyad } = distributions;
  const tallies = rows.map(({ tally }) => tally);
  const [low, high] = boundsOf(outcome, tallies, distributions.length);
  const row = (label: string, picture: string, texts: readonly string[]): readonly TableCell[] => [
    [line("  ", span(label, "faint"))],
    picture === "" ? "" : span(picture, "talk"),
    texts.map((text) => line(text)),
  ];
  const columns = [
    { head: "", size: 17 },
    { head: "", size: HISTOGRAM },
    { head: "", rest: 2 },
  ];
  return {
    ...table(name, columns, [
      row("the record", "", [recordText(outcome, record, dyad)]),
      ...rows.map(({ name: label, tally }) => row(label, histogram(tally, low, high), numbersOf(outcome, tally, dyad))),
      ...(paired === undefined ? [] : [row("difference", "", [pairedText(outcome, paired)])]),
    ]),
    about: `  ${describe(outcome, dyad)}`,
  };
}

/** How an outcome differs with the edit, with its interval and what the pairing saved. */
export function pairedText(outcome: Outcome, paired: Paired): string {
  const pairing = `pairing saved ${Math.round(paired.saved * 100) + 0} % of the variance`.replace("-", "−");
  // The rows of times show medians; this is of means, of which each future has a part.
  const { kind } = outcome;
  const time = outcomeKinds[kind].unit === "minutes";
  const means =
    kind === "first" ? " on average, counted to the end where it is not reached" : time ? " on average" : "";
  const { size, bounds } = apartText(outcome, paired);
  return bounds === undefined ? `${size}${means}, of one future` : `${size}${means} (${bounds}), ${pairing}`;
}

/** How a language says a difference. */
interface Units {
  readonly days: (count: string) => string;
  readonly points: string;
  readonly to: (low: string, high: string) => string;
  readonly point: string;
}

const plain: Units = { days: (count) => `${count} d`, points: "points", to: (a, b) => `${a} to ${b}`, point: "." };

/** How an outcome differs: by how much, and between which bounds; of one future there are none. */
export function apartText(
  { kind }: Outcome,
  { difference: { value, low, high } }: Pick<Paired, "difference">,
  { days, points, to, point }: Units = plain,
): { readonly size: string; readonly bounds: string | undefined } {
  const { unit: counted, scale } = outcomeKinds[kind];
  const [time, share] = [counted === "minutes", counted === "yes-or-no"];
  const number = (one: number): string => {
    const text = time ? (one / scale).toFixed(1) : share ? (one * 100).toFixed(1) : one.toFixed(2);
    return (one > 0 ? `+${text}` : text.replace("-", "−")).replace(".", point);
  };
  const size = number(value);
  return {
    size: time ? days(size) : share ? `${size} ${points}` : size,
    bounds: Number.isNaN(low) ? undefined : to(number(low), number(high)),
  };
}

/** How one may be sure of numbers like these. */
export const intervalNote: ProsePart = prose(
  "Intervals hold 95 %: Wilson for shares, order statistics for medians, normal for means and paired differences. They are of chance in the model alone, not of the model.",
  "faint",
);
