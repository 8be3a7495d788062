/** What a file expects of a replay, and what it must never reach. */
import type { Pattern } from "../machine/index.ts";

/** A state that is expected at the end of a day or minute. */
export interface Expectation {
  /** As it was written. */
  readonly at: string;
  /** The last minute of it. */
  readonly minute: number;
  readonly pattern: Pattern;
}

/** A state that must never be reached. */
export interface Invariant {
  readonly name: string;
  readonly pattern: Pattern;
}
