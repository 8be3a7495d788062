/** A sweep as people read it: every outcome at the central values and over the ranges, and what it all rests on. */
import { type PointSums, type SweepSummary, spreadOf } from "../../futures/index.ts";
import type { Dyad } from "../../machine/index.ts";
import { BLANK, type Block, line, span, wrap } from "../../render/index.ts";
import type { Outcome } from "../../scenario/index.ts";
import { section } from "../ending.ts";
import { assumptionsBlock, type ToldAssumption } from "./assumptions.ts";
import { intervalNote, outcomeBlock } from "./outcome.ts";

/** What is told of a sweep beside its numbers. */
export interface ToldSweep {
  readonly title: string;
  readonly dyad: Dyad;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly assumptions: readonly (ToldAssumption & { readonly varied: boolean })[];
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
  /** The line that makes it again. */
  readonly command: string;
}

/** A sweep in numbers and small pictures. */
export function sweepBlock(told: ToldSweep, summary: SweepSummary, columns: number): Block {
  const { outcomes, assumptions, command, purpose } = told;
  const blocks = Object.entries(outcomes).flatMap(
    ([name, outcome], place): Block => [
      ...(place === 0 ? [] : [BLANK]),
      ...oneOutcome(name, outcome, place, told, summary, columns - 2),
    ],
  );
  return [
    ...wrap(line(span(told.title, "title")), columns),
    ...wrap(line(span(countText(told, summary), "faint")), columns),
    ...section("Outcomes", blocks),
    ...section(
      "Varied",
      assumptionsBlock(
        assumptions.filter(({ varied }) => varied),
        columns - 2,
      ),
    ),
    ...section(
      "Also assumed",
      assumptionsBlock(
        assumptions.filter(({ varied }) => !varied),
        columns - 2,
      ),
    ),
    ...section("How to read it", [
      ...troubles(summary, columns - 2),
      ...wrap(intervalNote(), columns - 2),
      ...wrap(
        line(
          span(
            "Over the sweep every point of the ranges counts alike: that is no probability, for nobody knows how likely the points are. At every point the luck is the same.",
            "faint",
          ),
        ),
        columns - 2,
      ),
      ...wrap(line(span("Again: ", "faint"), command), columns - 2, 4),
      ...wrap(line(span(`Purpose: ${purpose}. What the assumptions imply; not a forecast.`, "faint")), columns - 2),
    ]),
  ];
}

function countText({ points, futures, seed, horizon, rows }: ToldSweep, summary: SweepSummary): string {
  const [ran, all] = [summary.rows, rows].map((number) => number.toLocaleString("en"));
  const part = summary.rows < rows ? `${ran} of ${all} futures; it was stopped before its end` : `${ran} futures`;
  return `${futures} futures to ${horizon.slice(0, 10)} at each of ${points + 1} points, seed ${seed}: ${part}.`;
}

function oneOutcome(
  name: string,
  outcome: Outcome,
  place: number,
  { dyad, length, record }: ToldSweep,
  summary: SweepSummary,
  columns: number,
): Block {
  const [central, sweep] = [summary.central[name], summary.sweep[name]];
  if (central === undefined || sweep === undefined) return [];
  const rows = [
    { name: "central values", tally: central },
    ...(sweep.futures === 0 ? [] : [{ name: "over the sweep", tally: sweep }]),
  ];
  const spread = summary.points
    .filter(({ quantity }) => quantity.outcome === place)
    .flatMap((one) => spreadTexts(one, name, summary));
  return [
    ...outcomeBlock(name, { outcome, dyad, record: record[name] ?? Number.NaN, rows, length }, columns),
    ...(spread.length === 0
      ? []
      : wrap(line("  ", span("between points    ", "faint"), spread.join("; ")), columns, 20)),
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

function troubles({ bounded, failed, reasons }: SweepSummary, columns: number): Block {
  return [
    ...(bounded === 0
      ? []
      : wrap(line(span(`${bounded.toLocaleString("en")} futures were cut at the bound on events.`, "warn")), columns)),
    ...(failed === 0
      ? []
      : wrap(line(span(`${failed.toLocaleString("en")} futures failed: ${reasons.join(" ")}`, "bad")), columns)),
  ];
}
