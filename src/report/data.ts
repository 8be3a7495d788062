/** What a report carries beside its pictures, for its script. */

/** Everything that the script of a report needs. */
export interface ReportData {
  /** The name of the scenario's file, for messages. */
  readonly file: string;
  /** The text of the scenario. */
  readonly text: string;
  /** What was computed beforehand, by what-if: the picture of its futures, and what it rests on. */
  readonly futures: Readonly<Record<string, FuturesShown>>;
}

/** The futures of a what-if, as a page shows them. */
export interface FuturesShown {
  /** Pictures, as SVG. */
  readonly pictures: readonly string[];
  /** Everything that they rest on, as HTML. */
  readonly assumptions: string;
  /** How they were made. */
  readonly told: string;
}
