/** What a test is told with: what the file says and whether it is so, what could have been, and what was reached. */
import type { Decided } from "../../futures/index.ts";
import type { History, Step } from "../../history/index.ts";
import type { Contract, Scenario } from "../../scenario/index.ts";

/** A row of what the file says of itself. */
export interface ToldSaying {
  /** Unjudged: nothing of it can be seen to be so or not. */
  readonly standing: "held" | "failed" | "undecided" | "unjudged";
  readonly text: string;
}

/** How a contract came near to being broken. */
export interface ToldWitness {
  readonly histories: number;
  readonly asked: number;
  readonly near: number;
  readonly nearest?: { readonly step?: Step; readonly act: string };
  readonly slowest?: number;
}

/** A history that breaks a claim, as small as it could be made. */
export interface ToldCounterexample {
  /** The edits in words; none where it can't be written without chance. */
  readonly edits: readonly string[];
  readonly then?: string;
  readonly before: number;
  readonly found: string;
  readonly history: History;
  /** The steps that are told: what was changed and what followed of it, up to where it broke. */
  readonly steps: readonly Step[];
  /** The minute at which it was broken. */
  readonly minute: number;
  /** What was true then, in a sentence. */
  readonly what: string;
  /** The line that makes it again. */
  readonly again: string;
}

/** What became of a contract, or of the laws together. */
export interface ToldClaim {
  readonly name: string;
  readonly contract?: Contract;
  readonly standing: "held" | "broken" | "known";
  readonly whatIf?: string;
  readonly times: number;
  readonly witness?: ToldWitness;
  readonly counterexample?: ToldCounterexample;
  /** The line that finds a counterexample, where it is broken and none was made small. */
  readonly alone?: string;
}

/** What was reached. */
export interface ToldReach {
  readonly histories: number;
  readonly acts: readonly [reached: number, all: number];
  readonly situations: number;
  /** Different transitions, by region. */
  readonly moves: readonly (readonly [region: string, count: number])[];
  /** Rules of doctrines that never led to an act, with their lines. */
  readonly idle: readonly string[];
}

/** A whole test. */
export interface ToldTest {
  readonly scenario: Scenario;
  readonly runs: number;
  readonly futures: number;
  readonly modelled: number;
  readonly seed: number;
  readonly sayings: readonly ToldSaying[];
  readonly expected: readonly { readonly whatIf: string; readonly decided: Decided; readonly futures: number }[];
  readonly claims: readonly ToldClaim[];
  readonly laws: { readonly held: number; readonly all: number };
  readonly reach: ToldReach;
}
