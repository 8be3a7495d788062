/** Scoring a fit on a table: beside simple guesses, and beside the named strategies. */
import { gapChances, labels, MODEL, mixedChances, nextChances, spanOf, withinSpan } from "../../calibrated/index.ts";
import { Problem } from "../../problem/index.ts";
import { hashOf } from "../fit/fit.ts";
import type { Fitted, FittedNext, FittedResponse, Scored, Validated } from "../fit/fitted.ts";
import { casesIn } from "../fit/folds.ts";
import { type Guessed, type GuessTable, guessChances } from "../fit/guesses.ts";
import { type Refused, readTable, refusedLines, type Table } from "../tables/table.ts";
import { crisisTable, RESPONSES, responseDesign, triggersIn } from "./crises.ts";
import { type Interval, intervals, measured, type Reliable, reliability } from "./measure.ts";
import { type CheckedMeasure, checkedBy } from "./replicates.ts";
import { strategiesSaying } from "./strategies.ts";
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
  readonly scores: readonly Scored[];
  readonly reliability: readonly Reliable[];
  /** Nats for the days until the next event, where that is fitted and known. */
  readonly timing: { readonly gaps: number; readonly model: Interval } | null;
  /** The fit on what it was not fitted to: measured when it was made. */
  readonly crossValidated: Validated;
  readonly afterSplit: Validated;
  /** What is drawn from beside the table, where that was asked for. */
  readonly checks: readonly CheckedMeasure[];
  readonly refused: ReadonlyMap<string, Refused>;
}

/**
 * Scores a fit on a table of Militarized Interstate Events: what comes next, beside simple guesses and named strategies.
 *
 * @param file what the table is called
 * @param replicates how often its pairs are begun anew and measured beside it
 * @throws Problem `nothing-to-score` where there is nothing to predict, `no-model` where the fit is of other tables, `no-table`
 */
export function scoreNext(fitted: Fitted, file: string, text: string, replicates = 0): PredictionScore {
  const table = readTable(turnTable, text, file);
  const score = scoreTurns(fitted, { of: "mie", file, own: hashOf(text) === fitted.mie?.data.sha256 }, table);
  return replicates === 0
    ? score
    : { ...score, checks: checkedBy(partOf(fitted.mie, file).model, table.rows, replicates) };
}

/** Scores a fit on events that were read elsewhere. @throws Problem where there is nothing to predict */
export function scoreTurns(
  fitted: Fitted,
  about: Pick<PredictionScore, "of" | "file" | "own">,
  { rows, refused }: Table<TurnRow>,
): PredictionScore {
  const fit = partOf(fitted.mie, about.file);
  const moments = some(momentsIn(rows), about.file, refused);
  const next = nextChances(fit.model);
  const said = moments.map((moment) => next(moment).slice());
  const rest = strategiesSaying(rows);
  return {
    ...about,
    ...predictorsOf(moments, said, fit, [["uniform", uniform(moments, labels.length)], ...rest]),
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
export function scoreResponse(fitted: Fitted, file: string, text: string): PredictionScore {
  const fit = partOf(fitted.icb, file);
  const { rows, refused } = readTable(crisisTable, text, file);
  const triggers = some(triggersIn(rows), file, refused);
  const chances = mixedChances(fit.model, responseDesign, RESPONSES);
  const said = triggers.map(({ row }) => chances(row).slice());
  return {
    of: "icb",
    file,
    own: hashOf(text) === fit.data.sha256,
    ...predictorsOf(triggers, said, fit, [["uniform", uniform(triggers, RESPONSES)]]),
    timing: null,
    checks: [],
    refused,
  };
}

function partOf<Part>(part: Part | undefined, file: string): Part {
  if (part !== undefined) return part;
  throw new Problem("no-model", `The fit has no numbers for ${file}.`, {
    expected: "Fit it to a table of the same kind: demarche fit.",
  });
}

function some<T>(things: readonly T[], file: string, refused: ReadonlyMap<string, Refused>): readonly T[] {
  if (things.length > 0) return things;
  throw new Problem(
    "nothing-to-score",
    `${file} has nothing to predict: no hostile act from 1946 on whose day is known.`,
    {
      expected: refused.size === 0 ? undefined : refusedLines(refused).join(" "),
    },
  );
}

function predictorsOf<T extends Guessed & { readonly group: number }>(
  things: readonly T[],
  said: readonly Float64Array[],
  fit: FittedNext | FittedResponse,
  others: readonly (readonly [string, readonly Float64Array[]])[],
): Pick<PredictionScore, "moments" | "cases" | "scores" | "reliability" | "crossValidated" | "afterSplit"> {
  const guesses = Object.entries(fit.guesses).map(
    ([name, table]: readonly [string, GuessTable], place) =>
      [name, things.map(({ seen }) => guessChances(table, seen[place] as number))] as const,
  );
  const reference = guesses.at(-1)?.[1];
  const scored = [[MODEL, said] as const, ...guesses.toReversed(), ...others].map(
    ([name, chances]): Scored => ({
      name,
      ...measured(things, chances, chances === reference ? undefined : reference),
    }),
  );
  return {
    moments: things.length,
    cases: casesIn(things),
    scores: scored,
    reliability: reliability(things, said),
    crossValidated: fit.crossValidated,
    afterSplit: fit.afterSplit,
  };
}

function uniform(things: readonly unknown[], count: number): readonly Float64Array[] {
  const even = new Float64Array(count).fill(1 / count);
  return things.map(() => even);
}

function timingOf(moments: readonly Moment[], { model }: FittedNext): PredictionScore["timing"] {
  const gaps = moments.filter(({ gap }) => gap !== undefined);
  if (gaps.length === 0) return null;
  const chances = gapChances(model.gaps);
  const losses = gaps.map(
    ({ row, label, gap = 0 }) => -Math.log((chances(row, label)[spanOf(gap)] as number) * withinSpan(gap)),
  );
  const groups = gaps.map(({ group }) => group);
  return { gaps: gaps.length, model: intervals(losses, groups).pooled };
}
