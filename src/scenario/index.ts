/** Scenario files: reading with positions, checking, patterns, what a replay must reach, and writing what-ifs in. */

export { guessDates } from "./advice.ts";
export {
  type Contract,
  type Expectation,
  type Invariant,
  isBetween,
  type Measure,
  type OutcomeExpectation,
  type Response,
} from "./claims.ts";
export { type Diagnostic, type DiagnosticCode, diagnosticCodes, type Place } from "./diagnostic.ts";
export {
  type BrokenContract,
  type Demands,
  type Finding,
  type JudgedDemands,
  judgeHistory,
  type Mismatch,
} from "./findings.ts";
export { codeFrame } from "./frame.ts";
export { checkFile } from "./journal/append-file.ts";
export {
  type CheckedAppend,
  checkCorrection,
  checkEntries,
  checkEvents,
  checkWithdrawal,
  type EntryChange,
  type Unreadable,
} from "./journal/check-append.ts";
export { PLAYED } from "./journal/fit.ts";
export { frameHead, frameZone, journalEntries } from "./journal/frame.ts";
export {
  checkMoment,
  type LineMoment,
  type LineState,
  lineState,
  lineZone,
  queryOf,
  streamOf,
} from "./journal/line.ts";
export { lineAround } from "./journal/line-around.ts";
export { type Lineage, type LineageReading, lineageOf, lineageWith, readLineage } from "./journal/read-lineage.ts";
export { importFaults, isLong } from "./journal/validate-stream.ts";
export { scenarioJsonSchema } from "./json-schema.ts";
export { type ContractStanding, type ContractVerdict, judgeContract, type Monitor, monitorOf } from "./monitor.ts";
export { isTime, type Outcome, type OutcomeOf, outcomeKinds, statesOf } from "./outcome.ts";
export { type PatternReading, parsePattern } from "./parse-pattern.ts";
export type { Places } from "./places.ts";
export { judgeParsed, judgeScenario, type Reading, readScenario } from "./read.ts";
export { type AnySchema, type DescribedReading, readDescribed } from "./read-yaml.ts";
export { brokenBy, demandsOf, type EvaluatedWhatIf, evaluateWhatIf, recordOf, replayScenario } from "./record.ts";
export type { Actor, Alliance, Context, Lesson, Scenario, Source, WhatIf } from "./scenario.ts";
export type { FileEdit, ScenarioFile } from "./schema/file.ts";
export { MAX_PARTIES, type Pair as PartyPair, pair } from "./schema/web.ts";
export { nameAfterParties } from "./web.ts";
export { regionKey, regionKeys, regionOfKey, stateWord } from "./words.ts";
export { countSigns } from "./write/braces.ts";
export { type EditReading, editFromText, editValue, editYaml } from "./write/edit-text.ts";
export {
  freeName,
  type Refusal,
  refusalCodes,
  type WhatIfEntry,
  type WrittenWhatIf,
  whatIfEntry,
} from "./write/entry.ts";
export { fileForm } from "./write/file-form.ts";
export { type Inserted, type Insertion, insertWhatIf } from "./write/insert.ts";
export { yamlScalar } from "./write/scalar.ts";
export { scenarioText } from "./write/scenario-text.ts";
export { MAX_BYTES, type ParsedFile } from "./yaml/document.ts";
