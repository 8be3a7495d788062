/** Fitting a model to a table, and scoring it on what it was not fitted to. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { gapChances, labels, MODEL, SPLIT, spanOf, withinSpan } from "../../calibrated/index.ts";
import { Problem } from "../../problem/index.ts";
import { crisisTable, RESPONSES, triggersIn } from "../scores/crises.ts";
import { intervals, measured } from "../scores/measure.ts";
import { type Moment, momentsIn, turnTable } from "../scores/turns.ts";
import { type Refused, readTable, refusedLines, type Table } from "../tables/table.ts";
import type { DataUsed, FittedNext, FittedResponse, Scored, Timed, Validated } from "./fitted.ts";
import { casesIn, crossValidated, type InCase } from "./folds.ts";
import { type Guessed, guessChances, guessTable } from "./guesses.ts";
import { countedActs, fittedDrawn, fittedGaps, fittedNext, sayingNext } from "./next.ts";
import { fittedResponse, sayingResponse } from "./response.ts";

export interface Given {
  readonly file: string;
  readonly text: string;
}

/** A fit, and the rows of its table that could not be read, by reason. */
export interface FitMade<Fit> {
  readonly fit: Fit;
  readonly refused: ReadonlyMap<string, Refused>;
}

/** The simple guesses about what comes next, by what they look at; the last is the one to beat. */
export const nextGuesses = ["marginal", "Markov", "two-step"] as const;

export const responseGuesses = ["marginal", "by trigger"] as const;

/** Fits what comes next, and when, to Militarized Interstate Events. @throws Problem where there is too little to fit to */
export function fitNext(given: Given): FitMade<FittedNext> {
  const table = readTable(turnTable, given.text, given.file);
  const moments = enough(momentsIn(table.rows), given, table);
  const common = partOf(moments, nextGuesses, labels.length, sayingNext);
  const fit = {
    data: dataOf(given, table, moments, "Militarized Interstate Events 1.0, Gibler and Miller"),
    ...common,
    timing: timingOf(moments),
    model: {
      ...fittedNext(moments),
      drawn: fittedDrawn(moments),
      gaps: fittedGaps(moments),
      acts: countedActs(table.rows),
    },
  };
  return { fit, refused: table.refused };
}

/** Fits the response to a trigger to International Crisis Behavior. @throws Problem where there is too little to fit to */
export function fitResponse(given: Given): FitMade<FittedResponse> {
  const table = readTable(crisisTable, given.text, given.file);
  const triggers = enough(triggersIn(table.rows), given, table);
  const fit = {
    data: dataOf(given, table, triggers, "International Crisis Behavior 14, Brecher, Wilkenfeld and others"),
    ...partOf(triggers, responseGuesses, RESPONSES, sayingResponse),
    model: fittedResponse(triggers),
  };
  return { fit, refused: table.refused };
}

/** Fewer cases than this can't be dealt to folds and leave something to fit to. */
const FEWEST = 20;

function enough<T extends InCase>(things: readonly T[], { file }: Given, { refused }: Table<unknown>): readonly T[] {
  const cases = casesIn(things);
  if (cases >= FEWEST) return things;
  throw new Problem("too-little", `${file} has ${cases} cases to fit to, and a fit needs ${FEWEST}.`, {
    expected: refused.size === 0 ? undefined : refusedLines(refused).join(" "),
  });
}

function dataOf(given: Given, table: Table<unknown>, things: readonly InCase[], source: string): DataUsed {
  return {
    file: given.file,
    sha256: hashOf(given.text),
    rows: table.rows.length,
    moments: things.length,
    cases: casesIn(things),
    source,
  };
}

export function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

type Fit<T> = (some: readonly T[]) => (one: T) => Float64Array;

function partOf<T extends InCase & Guessed & { readonly year: number }>(
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
  const known = things.filter(({ year }) => year < SPLIT);
  return {
    guesses: Object.fromEntries(names.map((name, place) => [name, guessTable(things, place, count)])),
    crossValidated: validated(
      things,
      fits.map(([name, one]) => [name, crossValidated(things, one)]),
    ),
    afterSplit: validated(
      fresh,
      known.length === 0 || fresh.length === 0
        ? []
        : fits.map(([name, one]) => {
            const say = one(known);
            return [name, fresh.map((thing) => say(thing).slice())];
          }),
    ),
  };
}

/** Measures predictors, each beside the simple guess before the last. */
function validated<T extends InCase & Guessed>(
  things: readonly T[],
  said: readonly (readonly [string, readonly Float64Array[]])[],
): Validated {
  const reference = said.at(-2)?.[1];
  const scores: Scored[] = said.map(([name, chances]) => ({
    name,
    ...measured(things, chances, chances === reference ? undefined : reference),
  }));
  return { cases: casesIn(things), moments: things.length, scores };
}

function timingOf(moments: readonly Moment[]): Timed {
  const gaps = moments.filter(({ gap }) => gap !== undefined);
  const said = crossValidated(gaps, (some) => {
    const chances = gapChances(fittedGaps(some));
    const mean = some.reduce((sum, { gap = 0 }) => sum + gap, 0) / some.length;
    return ({ row, label, gap = 0 }) => {
      const span = (chances(row, label)[spanOf(gap)] as number) * withinSpan(gap);
      return Float64Array.of(-Math.log(span), Math.log(mean) + gap / mean);
    };
  });
  const groups = gaps.map(({ group }) => group);
  const column = (place: number): readonly number[] => said.map((losses) => losses[place] as number);
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
