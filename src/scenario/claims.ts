/** Claims: what a file says of whole histories, of a moment, and of the outcomes of many futures; each of one relation. */
import type { Dyad, Pattern, Verdict } from "../machine/index.ts";

/** Something that may be about one relation. */
export interface Between {
  /** Its two parties, in any order; absent where it is about the main one. */
  readonly between?: readonly [string, string];
}

/** Whether a pair is the two of a relation. */
export function isBetween([one, other]: readonly [string, string], { a, b }: Dyad): boolean {
  return (one === a && other === b) || (one === b && other === a);
}

/** A claim about every moment of a history. `P` is how its patterns name the parties: by side, but for a file being read. */
export type Contract<P = Pattern> = Invariant<P> | Response<P>;

/** A pattern that holds at no moment, or at every one. */
export interface Invariant<P = Pattern> extends Between {
  readonly kind: "never" | "always";
  readonly name: string;
  readonly pattern: P;
}

/** Whenever one pattern begins to hold, another holds at some moment within a time. */
export interface Response<P = Pattern> extends Between {
  readonly kind: "leads-to";
  readonly name: string;
  readonly from: P;
  readonly to: P;
  /** In minutes; the last of them is still in time. */
  readonly within: number;
}

/** What is expected at the end of a day or minute, or after an event. `P` is how its patterns name the parties. */
export interface Expectation<P = Pattern> extends Between {
  /** Its place in the file's list. */
  readonly index: number;
  /** The moment as it is shown: a date, or `after ID`. */
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
