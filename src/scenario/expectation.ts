/** What a file expects: of a replay at a moment, and of the outcomes of many futures. */
import type { Pattern, Verdict } from "../machine/index.ts";
import type { Between } from "./web.ts";

/** What is expected at the end of a day or minute, or after an event. `P` is how its patterns name the parties. */
export interface Expectation<P = Pattern> extends Between {
  /** Its place in the file's list. */
  readonly index: number;
  /** The moment as it is told: a date, or `after ID`. */
  readonly at: string;
  /** The last minute of it; undefined where it is after an event, or always. */
  readonly minute?: number;
  /** The event after which it is expected, and all that the clock adds at that minute. */
  readonly after?: string;
  readonly pattern: P;
  /** What must not be the situation then. */
  readonly not?: P;
  /** The verdicts that events must have, by their ids. */
  readonly verdicts?: Readonly<Record<string, Verdict>>;
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
