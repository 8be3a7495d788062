/** What a report carries beside its pictures, for its script. */

import type { ScenarioFile } from "../scenario/index.ts";

/** Everything that the script of a report needs. */
export interface ReportData {
  /** The scenario as data. */
  readonly file: ScenarioFile;
  /** Whether it begins with the first question of the file, and shows nothing later before the reader has guessed. */
  readonly guess: boolean;
  /** What was computed beforehand, by what-if. */
  readonly futures: Readonly<Record<string, FuturesShown>>;
}

/** The futures of a what-if, as a page shows them: pictures as SVG. */
export interface FuturesShown {
  readonly wide: string;
  /** For a phone. */
  readonly narrow: string;
}
