/** Scoring a fit on a table: beside simple guesses, and beside the named strategies. */

import { gapChances, labels, MODEL, mixedChances, nextChances, spanOf, withinSpan } from "../../calibrated/index.ts";
import { digest } from "../../events/index.ts";
import { Problem } from "../../problem/index.ts";
import type { FitFile, NamedScores, NextFit, ResponseFit, Validation } from "../fit/fit-file.ts";
import { casesIn } from "../fit/folds.ts";
import { type GuessTable, type GuessTarget, guessChances } from "../fit/guesses.ts";
import { type RefusedRows, readTable, refusedLines, type Table } from "../tables/table.ts";
import { crisisTable, RESPONSES, responseDesign, triggersIn } from "./crises.ts";
import { type Interval, intervals, measure, type ReliabilityBin, reliability } from "./measure.ts";
import { type CheckedMeasure, checkReplicates } from "./replicates.ts";
import { strategyPredictions } from "./strategies.ts";
import { type Moment, momentsIn, type TurnRow, turnTable } from "./turns.ts";

/** How a fit and others predict a table. */
export interface PredictionScore {
  readonly of: "mie" | "icb" | "scenario";
  readonly file: string;
  /** Whether the fit was made of this very table, so that it flatters itself here. */
  readonly own: boolean;
  readonly moments: number;
  readonly cases: number;
  /** The fit, then simple guesses, then strategies. Each is held against the best simple guess, the last of them. */
  readonly scores: readonly NamedScores[];
  readonly reliability: readonly ReliabilityBin[];
  /** Nats for the days until the next event, where that is fitted and known. */
  readonly timing: { readonly gaps: number; readonly model: Interval } | null;
  /** The fit on what it was not fitted to: measured when it was made. */
  readonly crossValidated: Validation;
  readonly afterSplit: Validation;
  /** What is drawn from beside the table, where that was asked for. */
  readonly checks: readonly CheckedMeasure[];
  readonly refused: ReadonlyMap<string, RefusedRows>;
}

/**
 * Scores a fit on a table of Militarized Interstate Events: what comes next, beside simple guesses and named strategies.
 *
 * @param file what the table is called
 * @param replicates how often its pairs are begun anew and measured beside it
 * @throws Problem `nothing-to-score` where there is nothing to predict, `no-model` where the fit is of other tables, `no-table`
 */
export function scoreNext(fitted: FitFile, file: string, text: string, replicates = 0): PredictionScore {
  const table = readTable(turnTable, text, file);
  const score = scoreTurns(fitted, { of: "mie", file, own: digest(text) === fitted.mie?.data.sha256 }, table);
  return replicates === 0
    ? score
    : { ...score, checks: checkReplicates(requirePart(fitted.mie, file).model, table.rows, replicates) };
}

/** Scores a fit on events that were read elsewhere. @throws Problem where there is nothing to predict */
export function scoreTurns(
  fitted: FitFile,
  about: Pick<PredictionScore, "of" | "file" | "own">,
  { rows, refused }: Table<TurnRow>,
): PredictionScore {
  const fit = requirePart(fitted.mie, about.file);
  const moments = requireSome(momentsIn(rows), about.file, refused);
  const next = nextChances(fit.model);
  const predictions = moments.map((moment) => next(moment).slice());
  const rest = strategyPredictions(rows);
  return {
    ...about,
    ...scorePredictors(moments, predictions, fit, [["uniform", uniform(moments, labels.length)], ...rest]),
    timing: timingOf(moments, fit),
    checks: [],
    refused,
  };
}

/**
 * Scores a fit on a table of International Crisis Behavior: the response to a trigger, beside simple guesses.
 *
 * @param file what the table is called
 * @throws Problem `nothing-to-score` where there is nothing to predict, `no-model` where the fit is of other tables, `no-table`
 */
export function scoreResponse(fitted: FitFile, file: string, text: string): PredictionScore {
  const fit = requirePart(fitted.icb, file);
  const { rows, refused } = readTable(crisisTable, text, file);
  const triggers = requireSome(triggersIn(rows), file, refused);
  const chances = mixedChances(fit.model, responseDesign, RESPONSES);
  const predictions = triggers.map(({ row }) => chances(row).slice());
  return {
    of: "icb",
    file,
    own: digest(text) === fit.data.sha256,
    ...scorePredictors(triggers, predictions, fit, [["uniform", uniform(triggers, RESPONSES)]]),
    timing: null,
    checks: [],
    refused,
  };
}

function requirePart<Part>(part: Part | undefined, file: string): Part {
  if (part !== undefined) return part;
  throw new Problem("no-model", `The fit has no numbers for ${file}.`, {
    expected: "Fit it to a table of the same kind: demarche fit.",
  });
}

function requireSome<T>(things: readonly T[], file: string, refused: ReadonlyMap<string, RefusedRows>): readonly T[] {
  if (things.length > 0) return things;
  throw new Problem(
    "nothing-to-score",
    `${file} has nothing to predict: no hostile act from 1946 on whose day is known.`,
    {
      expected: refused.size === 0 ? undefined : refusedLines(refused).join(" "),
    },
  );
}

function scorePredictors<T extends GuessTarget & { readonly group: number }>(
  things: readonly T[],
  predictions: readonly Float64Array[],
  fit: NextFit | ResponseFit,
  others: readonly (readonly [string, readonly Float64Array[]])[],
): Pick<PredictionScore, "moments" | "cases" | "scores" | "reliability" | "crossValidated" | "afterSplit"> {
  const guesses = Object.entries(fit.guesses).map(
    ([name, table]: readonly [string, GuessTable], place) =>
      [name, things.map(({ seen }) => guessChances(table, seen[place] as number))] as const,
  );
  const reference = guesses.at(-1)?.[1];
  const scored = [[MODEL, predictions] as const, ...guesses.toReversed(), ...others].map(
    ([name, chances]): NamedScores => ({
      name,
      ...measure(things, chances, chances === reference ? undefined : reference),
    }),
  );
  return {
    moments: things.length,
    cases: casesIn(things),
    scores: scored,
    reliability: reliability(things, predictions),
    crossValidated: fit.crossValidated,
    afterSplit: fit.afterSplit,
  };
}

function uniform(things: readonly unknown[], count: number): readonly Float64Array[] {
  const even = new Float64Array(count).fill(1 / count);
  return things.map(() => even);
}

function timingOf(moments: readonly Moment[], { model }: NextFit): PredictionScore["timing"] {
  const gaps = moments.filter(({ gap }) => gap !== undefined);
  if (gaps.length === 0) return null;
  const chances = gapChances(model.gaps);
  const losses = gaps.map(
    ({ row, label, gap = 0 }) => -Math.log((chances(row, label)[spanOf(gap)] as number) * withinSpan(gap)),
  );
  const groups = gaps.map(({ group }) => group);
  return { gaps: gaps.length, model: intervals(losses, groups).pooled };
}
