/** Trials: the results of checking a law against random cases. */
import { type Breach, breachText } from "./law.ts";
import type { System } from "./system.ts";

/** The result of checking a law against random cases. */
export interface Trial {
  readonly law: string;
  /** How many cases were drawn; the last one broke the law if there is a breach. */
  readonly runs: number;
  /** The same seed draws the same cases. */
  readonly seed: number;
  /** How often the case that broke it was made smaller. */
  readonly shrinks: number;
  readonly breach?: Breach;
  /** The smallest case that breaks it, a line for each thing that happened. */
  readonly example?: readonly string[];
}

/** The options of a trial. */
export interface TrialOptions {
  /** What the law is held to; ours by default. */
  readonly system?: System;
  /** How many cases are drawn; fast-check's own number by default. */
  readonly runs?: number;
  readonly seed?: number;
}

/**
 * A trial as text: the law, what was true, the smallest case, and how to repeat it.
 *
 * @param again the command that repeats it
 */
export function trialText({ law, runs, seed, shrinks, breach, example = [] }: Trial, again: string): string {
  if (breach === undefined) return `The law ${law} held in ${runs} random cases, seed ${seed}.`;
  return [
    breachText(breach),
    `The smallest case, after ${shrinks} steps of shrinking from case ${runs} of seed ${seed}:`,
    ...(example.length === 0 ? ["  nothing happened at all"] : example.map((line) => `  ${line}`)),
    `Again: ${again}`,
  ].join("\n");
}
