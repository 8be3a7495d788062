/** What everything in a notebook shows: a crisis up to a minute, and the expression that made it. */
import type { Crisis } from "../crisis/index.ts";
import type { ScenarioFile } from "../scenario/index.ts";

/** A crisis so far, or a what-if of one. Nothing in it is later than its last minute. */
export interface CrisisView extends Crisis {
  /** The file as data; a what-if of the reader's own is read as if it stood in it. */
  readonly file: ScenarioFile;
  /** The last minute in words: `the end of 2024-01-17`, `2024-01-17, after recall`. */
  readonly moment: string;
  /** Whether it stops before the end of the record. */
  readonly cut: boolean;
  /** The expression that makes it again: `(await open("iran-pakistan-2024")).until("recall")`. */
  readonly origin: string;
}
