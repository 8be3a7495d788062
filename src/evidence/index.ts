/** Evidence: the data of others read in, made scenarios of, and held against the law. */

export { codedAct, codedEvent } from "./cameo/case.ts";
export { cameoCodes, codeOfLabel, meaningOf } from "./cameo/codes.ts";
export type { Meaning } from "./cameo/meaning.ts";
export { ploverCodes, ploverMeaning } from "./cameo/plover.ts";
export { type Case as ImportedCase, caseText, type DataSet } from "./case.ts";
export { fitNext, fitResponse, nextGuesses, responseGuesses } from "./fit/fit.ts";
export {
  type DataUsed,
  type FitFile,
  type NamedScores,
  type NextFit,
  type ResponseFit,
  readFit,
  type TimingScore,
  type Validation,
} from "./fit/fit-file.ts";
export { beginImport, type Importing, type ImportKind, importKindNames, importKinds, kindOfTable } from "./import.ts";
export type { CodeCount, CodeScore, Meant } from "./law/codes.ts";
export type { Conformance, ConfrontationScore, EndingRow, NamedConformance } from "./law/confrontations.ts";
export type { Spot } from "./law/fold-pair.ts";
export { type LawScore, type LawScoring, lawScoring } from "./law/score.ts";
export { type MidAction, midActions } from "./mie/acts.ts";
export type { CaseAsked } from "./mie/case.ts";
export { inTime, type MiePair, pairsOf } from "./mie/pairs.ts";
export { type MieWriting, mieEvent } from "./mie/record.ts";
export { turnsOf } from "./scores/acts.ts";
export type { Interval, PredictorScores, ReliabilityBin } from "./scores/measure.ts";
export type { CheckedMeasure } from "./scores/replicates.ts";
export { type PredictionScore, scoreNext, scoreResponse, scoreTurns } from "./scores/score.ts";
export type { TurnRow } from "./scores/turns.ts";
export { type State, stateByName, stateMeant, stateOf } from "./states/states.ts";
export {
  type CodedRow,
  type CodedTable,
  gdelt1Table,
  gdelt2Table,
  icewsTable,
  polecatTable,
} from "./tables/cameo.ts";
export { inOrder, isBefore, type KnownDate } from "./tables/day.ts";
export { type IcbRow, icbResponses, icbTable, icbTriggers } from "./tables/icb.ts";
export {
  type MidOutcome,
  type MidRow,
  type MidSettlement,
  midOutcomes,
  midSettlements,
  midTable,
} from "./tables/mid.ts";
export { type Losses, type MieRow, mieTable } from "./tables/mie.ts";
export { type StateRow, stateTable } from "./tables/states.ts";
export {
  type RefusedRows,
  readTable,
  refusedLines,
  type Table as DataTable,
  type TableKind,
  type TableReader,
  tableReader,
} from "./tables/table.ts";
