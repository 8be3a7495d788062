/** Fitting a model to a table, and scoring it on what it was not fitted to. */

import { gapChances, labels, MODEL, SPLIT, spanOf, withinSpan } from "../../calibrated/index.ts";
import { digest } from "../../events/index.ts";
import { Problem } from "../../problem/index.ts";
import { crisisTable, RESPONSES, triggersIn } from "../scores/crises.ts";
import { intervals, measure } from "../scores/measure.ts";
import { type Moment, momentsIn, turnTable } from "../scores/turns.ts";
import { type RefusedRows, readTable, refusedLines, type Table } from "../tables/table.ts";
import type { DataUsed, NamedScores, NextFit, ResponseFit, TimingScore, Validation } from "./fit-file.ts";
import { countActs, fitDrawn, fitGaps, fitNextMixture, nextPredictor } from "./fit-next.ts";
import { fitResponseMixture, responsePredictor } from "./fit-response.ts";
import { type CaseMember, casesIn, crossValidate } from "./folds.ts";
import { type GuessTarget, guessChances, guessTable } from "./guesses.ts";

export interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** A fit, and the rows of its table that could not be read, by reason. */
export interface FitResult<Fit> {
  readonly fit: Fit;
  readonly refused: ReadonlyMap<string, RefusedRows>;
}

/** The simple guesses about what comes next, by what they look at; the last is the one to beat. */
const nextGuesses = ["marginal", "Markov", "two-step"] as const;

const responseGuesses = ["marginal", "by trigger"] as const;

/** Fits what comes next, and when, to Militarized Interstate Events. @throws Problem where there is too little to fit to */
export function fitNext(input: NamedText): FitResult<NextFit> {
  const table = readTable(turnTable, input.text, input.file);
  const moments = requireEnough(momentsIn(table.rows), input, table);
  const common = scorePart(moments, nextGuesses, labels.length, nextPredictor);
  const fit = {
    data: dataOf(input, table, moments, "Militarized Interstate Events 1.0, Gibler and Miller"),
    ...common,
    timing: timingOf(moments),
    model: {
      ...fitNextMixture(moments),
      drawn: fitDrawn(moments),
      gaps: fitGaps(moments),
      acts: countActs(table.rows),
    },
  };
  return { fit, refused: table.refused };
}

/** Fits the response to a trigger to International Crisis Behavior. @throws Problem where there is too little to fit to */
export function fitResponse(input: NamedText): FitResult<ResponseFit> {
  const table = readTable(crisisTable, input.text, input.file);
  const triggers = requireEnough(triggersIn(table.rows), input, table);
  const fit = {
    data: dataOf(input, table, triggers, "International Crisis Behavior 14, Brecher, Wilkenfeld and others"),
    ...scorePart(triggers, responseGuesses, RESPONSES, responsePredictor),
    model: fitResponseMixture(triggers),
  };
  return { fit, refused: table.refused };
}

/** Fewer cases than this can't be dealt to folds and leave something to fit to. */
const FEWEST = 20;

function requireEnough<T extends CaseMember>(
  things: readonly T[],
  { file }: NamedText,
  { refused }: Table<unknown>,
): readonly T[] {
  const cases = casesIn(things);
  if (cases >= FEWEST) return things;
  throw new Problem("too-little", `${file} has ${cases} cases to fit to, and a fit needs ${FEWEST}.`, {
    expected: refused.size === 0 ? undefined : refusedLines(refused).join(" "),
  });
}

function dataOf(input: NamedText, table: Table<unknown>, things: readonly CaseMember[], source: string): DataUsed {
  return {
    file: input.file,
    sha256: digest(input.text),
    rows: table.rows.length,
    moments: things.length,
    cases: casesIn(things),
    source,
  };
}

type Fit<T> = (some: readonly T[]) => (one: T) => Float64Array;

function scorePart<T extends CaseMember & GuessTarget & { readonly year: number }>(
  things: readonly T[],
  names: readonly string[],
  count: number,
  fit: Fit<T>,
) {
  const guessing = (place: number): Fit<T> => {
    return (some) => {
      const table = guessTable(some, place, count);
      return ({ seen }) => guessChances(table, seen[place] as number);
    };
  };
  const fits: readonly (readonly [string, Fit<T>])[] = [
    ...names.map((name, place) => [name, guessing(place)] as const),
    [MODEL, fit],
  ];
  const after = things.filter(({ year }) => year >= SPLIT);
  const before = new Set(things.filter(({ year }) => year < SPLIT).map(({ group }) => group));
  const fresh = after.filter(({ group }) => !before.has(group));
  const earlier = things.filter(({ year }) => year < SPLIT);
  return {
    guesses: Object.fromEntries(names.map((name, place) => [name, guessTable(things, place, count)])),
    crossValidated: validate(
      things,
      fits.map(([name, one]) => [name, crossValidate(things, one)]),
    ),
    afterSplit: validate(
      fresh,
      earlier.length === 0 || fresh.length === 0
        ? []
        : fits.map(([name, one]) => {
            const predict = one(earlier);
            return [name, fresh.map((thing) => predict(thing).slice())];
          }),
    ),
  };
}

/** Measures predictors, each beside the simple guess before the last. */
function validate<T extends CaseMember & GuessTarget>(
  things: readonly T[],
  predictions: readonly (readonly [string, readonly Float64Array[]])[],
): Validation {
  const reference = predictions.at(-2)?.[1];
  const scores: NamedScores[] = predictions.map(([name, chances]) => ({
    name,
    ...measure(things, chances, chances === reference ? undefined : reference),
  }));
  return { cases: casesIn(things), moments: things.length, scores };
}

function timingOf(moments: readonly Moment[]): TimingScore {
  const gaps = moments.filter(({ gap }) => gap !== undefined);
  const lossPairs = crossValidate(gaps, (some) => {
    const chances = gapChances(fitGaps(some));
    const mean = some.reduce((sum, { gap = 0 }) => sum + gap, 0) / some.length;
    return ({ row, label, gap = 0 }) => {
      const span = (chances(row, label)[spanOf(gap)] as number) * withinSpan(gap);
      return Float64Array.of(-Math.log(span), Math.log(mean) + gap / mean);
    };
  });
  const groups = gaps.map(({ group }) => group);
  const column = (place: number): readonly number[] => lossPairs.map((losses) => losses[place] as number);
  const [model, exponential] = [column(0), column(1)];
  return {
    gaps: gaps.length,
    model: intervals(model, groups).pooled,
    exponential: intervals(exponential, groups).pooled,
    ahead: intervals(
      exponential.map((loss, k) => loss - (model[k] as number)),
      groups,
    ).pooled,
  };
}
