/**
 * `demarche/evidence`: tables of other people's data read row by row, made scenarios of, and held against the law and the
 * fitted model. A table is text in whatever pieces; rows that can't be used are counted by their reason, and what ends a
 * reading is thrown as a `Problem`.
 */
export {
  beginImport,
  type CaseAsked,
  caseText,
  type ImportedCase,
  icbTable,
  kindOfTable,
  type LawScore,
  lawScoring,
  midTable,
  mieTable,
  type PredictionScore,
  readFit,
  readTable,
  scoreNext,
  scoreResponse,
  stateMeant,
} from "../evidence/index.ts";
