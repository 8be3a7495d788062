/** A fit as it is written: what it was fitted to, the numbers, and how it scores on what it was not fitted to. */
import type { Mixture, NextModel } from "../../calibrated/index.ts";
import { jsonIn, Problem } from "../../problem/index.ts";
import type { Interval, PredictorScores } from "../scores/measure.ts";
import type { GuessTable } from "./guesses.ts";

/** The data of a fit: the numbers can be had again from a file of this hash. */
export interface DataUsed {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  /** How many moments were fitted to, in how many confrontations or crises. */
  readonly moments: number;
  readonly cases: number;
  readonly source: string;
}

export interface NamedScores extends PredictorScores {
  readonly name: string;
}

/** Scores on what was not fitted to: in cross-validation by case, and after a year of what was fitted to what came before. */
export interface Validation {
  readonly cases: number;
  readonly moments: number;
  readonly scores: readonly NamedScores[];
}

/** Days until the next event: nats a gap, of the model and of an exponential. */
export interface TimingScore {
  readonly gaps: number;
  readonly model: Interval;
  readonly exponential: Interval;
  readonly ahead: Interval;
}

interface FitPart<Model> {
  readonly data: DataUsed;
  readonly model: Model;
  /** The simple guesses, by name, as counts. */
  readonly guesses: Readonly<Record<string, GuessTable>>;
  readonly crossValidated: Validation;
  readonly afterSplit: Validation;
}

export interface NextFit extends FitPart<NextModel> {
  readonly timing: TimingScore;
}

export type ResponseFit = FitPart<Mixture>;

export interface FitFile {
  readonly format: "demarche-fit/1";
  readonly mie?: NextFit;
  readonly icb?: ResponseFit;
}

/**
 * What `fit` wrote: the text of `demarche/model/calibrated.json`, or of a fit of your own.
 *
 * @param file what it is called in problems
 * @throws Problem `no-model` when it is something else
 */
export function readFit(text: string, file = "the model"): FitFile {
  const data = jsonIn(text);
  if (isFit(data)) return data;
  throw new Problem("no-model", `${file} is nothing that fit wrote.`, {
    expected: "Write demarche fit mie.csv -o model.json.",
  });
}

/** Nobody but `fit` writes this format, and what is in it is believed. */
function isFit(data: unknown): data is FitFile {
  return typeof data === "object" && data !== null && "format" in data && data.format === "demarche-fit/1";
}
