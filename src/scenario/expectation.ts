/** What a file expects: of a replay at a moment, and of the outcomes of many futures. */
import type { Pattern } from "../machine/index.ts";

/** A state that is expected at the end of a day or minute. `P` is how its pattern names the parties. */
export interface Expectation<P = Pattern> {
  /** Its place in the file's list. */
  readonly index: number;
  /** As it was written. */
  readonly at: string;
  /** The last minute of it. */
  readonly minute: number;
  readonly pattern: P;
}

/** A number that is counted over futures and expected to lie within bounds. */
export type Measure = "share" | "mean" | "median";

/** What is expected of an outcome over the futures of a what-if. */
export interface OutcomeExpectation {
  /** Its place in the file's list. */
  readonly index: number;
  /** The outcome's name. */
  readonly outcome: string;
  readonly measure: Measure;
  /** For the share of a final state: the states that count. */
  readonly in?: readonly string[];
  /** Bounds of the measure, themselves allowed: a share from 0 to 1, minutes for a time, else the number. */
  readonly atLeast?: number;
  readonly atMost?: number;
}
