/** What-ifs in a notebook: compared with the record, reviewed, and followed into many futures. */
export {
  type Alternative,
  type AlternativeData,
  alternativeOf,
  type ComparedHistories,
  type Review,
} from "./alternative.ts";

export type { Futures, FuturesOptions } from "./futures.ts";

export type { InfluenceRow, Sensitive, SensitivityOptions } from "./sensitivity.ts";
