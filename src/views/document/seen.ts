/** What a document is made of: a crisis up to a moment, and that moment in words. */
import type { Telling } from "../telling.ts";

/** A crisis as it is seen. */
export interface SeenCrisis extends Telling {
  /** The last minute in words: `the end of 2024-01-17`, `2024-01-17, after recall`. */
  readonly moment: string;
}
