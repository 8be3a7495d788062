/** A sweep as people read it: every outcome at the central values and over the ranges, and what it all rests on. */
import { type PointSums, type SweepSummary, spreadOf } from "../../futures/index.ts";
import type { Dyad } from "../../machine/index.ts";
import { type Block, formatCount, group, line, type Part, prose, span, terminal } from "../../render/index.ts";
import type { Outcome } from "../../scenario/index.ts";
import { type AssumptionRow, assumptionsTable } from "./assumptions.ts";
import { cutParts } from "./cut.ts";
import { intervalNote, outcomeTable } from "./outcome.ts";

/** What the text of a sweep needs in addition to its numbers. */
export interface SweepView {
  readonly title: string;
  readonly dyad: Dyad;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly assumptions: readonly (AssumptionRow & { readonly varied: boolean })[];
  /** Minutes that are simulated. */
  readonly length: number;
  readonly seed: number;
  readonly futures: number;
  readonly points: number;
  readonly rows: number;
  readonly horizon: string;
  /** The value of each outcome in the record. */
  readonly record: Readonly<Record<string, number>>;
  readonly purpose: string;
  /** The command that makes it again. */
  readonly command: string;
}

/** A sweep in numbers and small pictures. */
export function sweepBlock(view: SweepView, summary: SweepSummary, columns: number): Block {
  const { outcomes, assumptions, command, purpose } = view;
  const parts = Object.entries(outcomes).flatMap(([name, outcome], place) => [
    ...(place === 0 ? [] : [prose("")]),
    ...oneOutcome(name, outcome, place, view, summary),
  ]);
  const meaning =
    "Over the sweep every point of the ranges counts the same. That is no probability: nobody knows how likely the points are. Every point has the same luck.";
  const { true: varied = [], false: fixed = [] } = Object.groupBy(assumptions, (one) => `${one.varied}` as const);
  return terminal(
    [
      prose(view.title, "title"),
      prose(sweepCount(view, summary), "faint"),
      group("Outcomes", ...parts),
      assumptionsTable("Varied", varied),
      assumptionsTable("Also assumed", fixed),
      group(
        "How to read it",
        ...troubles(summary),
        intervalNote,
        prose(meaning, "faint"),
        prose(line(span("Again: ", "faint"), command), undefined, 4),
        prose(`Purpose: ${purpose}. What the assumptions imply; not a forecast.`, "faint"),
      ),
    ],
    columns,
  );
}

/** The number of futures and of points, the horizon and the seed. */
export function sweepCount(
  { points, futures, seed, horizon, rows }: Pick<SweepView, "points" | "futures" | "seed" | "horizon" | "rows">,
  summary: SweepSummary,
): string {
  const ran = formatCount(summary.rows);
  const part =
    summary.rows < rows ? `${ran} of ${formatCount(rows)} futures; it was stopped before its end` : `${ran} futures`;
  return `${futures} futures to ${horizon.slice(0, 10)} at each of ${points + 1} points, seed ${seed}: ${part}.`;
}

function oneOutcome(
  name: string,
  outcome: Outcome,
  place: number,
  { dyad, length, record }: SweepView,
  summary: SweepSummary,
): readonly Part[] {
  const [central, sweep] = [summary.central[name], summary.sweep[name]];
  if (central === undefined || sweep === undefined) return [];
  const rows = [
    { name: "central values", tally: central },
    ...(sweep.futures === 0 ? [] : [{ name: "over the sweep", tally: sweep }]),
  ];
  const between = span("between points    ", "faint");
  const spread = summary.points
    .filter(({ quantity }) => quantity.outcome === place)
    .flatMap((one) => spreadTexts(one, name, summary));
  return [
    outcomeTable(name, { outcome, dyad, record: record[name] ?? Number.NaN, rows, length }),
    ...(spread.length === 0 ? [] : [prose(line("  ", between, spread.join("; ")), undefined, 20)]),
  ];
}

function spreadTexts(one: PointSums, name: string, summary: SweepSummary): readonly string[] {
  const spread = spreadOf(one, summary);
  const { unit, name: whole } = one.quantity;
  if (spread === undefined || (spread[0] === spread[1] && spread[0] === 0)) return [];
  const what = whole === name ? (unit === "days" ? "mean to the horizon " : "") : `${whole.slice(name.length + 2)} `;
  const [low, high] = spread.map((value) =>
    unit === "share" ? (value * 100).toFixed(0) : value.toFixed(unit === "days" ? 1 : 2),
  );
  return [`${what}${low} to ${high}${unit === "share" ? " %" : unit === "days" ? " d" : ""}`];
}

function troubles({ bounded, rows, failed, reasons }: SweepSummary): readonly Part[] {
  return [
    ...cutParts({ bounded, futures: rows }),
    ...(failed === 0 ? [] : [prose(`${formatCount(failed)} futures failed: ${reasons.join(" ")}`, "bad")]),
  ];
}
