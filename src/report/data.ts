/** What a report carries for its script, besides its pictures. */

import type { Dyad } from "../machine/index.ts";
import type { Language, WhatIfData } from "../pictures/index.ts";
import type { ScenarioFile } from "../scenario/index.ts";

/** Everything that the script of a report needs. */
export interface ReportData {
  /** The scenario as data. */
  readonly file: ScenarioFile;
  /** The relation that it begins with, of a file with several; the main one by default. */
  readonly between?: Dyad;
  /** The language of its words. */
  readonly language: Language;
  /** Whether it begins with the first question of the file, and shows nothing later before the reader has guessed. */
  readonly guess: boolean;
  /** What was computed beforehand, by what-if. */
  readonly futures: Readonly<Record<string, FuturesShown>>;
  /** The version that made it, and the SHA-256 hash of the scenario's text; absent if the text was pasted. */
  readonly made?: { readonly version: string; readonly hash: string };
}

/** What followed a what-if. Its pictures are drawn from this, as wide as there is room. */
export type FuturesShown = Pick<WhatIfData, "watched" | "followed" | "command" | "assumptions">;
