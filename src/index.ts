/**
 * Démarche, as a library: events, the law, replays, what-ifs, searches, futures, and crises that show themselves. What is
 * exported here is documented and meant to last; `demarche/machine`, `/journal`, `/testing`, `/notebook`, `/evidence` and
 * `/server` are the other doors.
 */
export * from "./doctrine/index.ts";
export * from "./dossier/index.ts";
export * from "./events/index.ts";
export * from "./futures/index.ts";
export * from "./history/index.ts";
export * from "./machine/index.ts";
export * from "./notebook/index.ts";
export * as play from "./play/index.ts";
export { isProblem, Problem, type ProblemDetails, type ProblemPlace } from "./problem/index.ts";
export * from "./replay/index.ts";
export {
  type Actor,
  type AnySchema,
  type BrokenContract,
  type Context,
  type Contract,
  type ContractStanding,
  type ContractVerdict,
  codeFrame,
  type Demands,
  type DescribedReading,
  type Diagnostic,
  type DiagnosticCode,
  demandsOf,
  diagnosticCodes,
  type EditReading,
  type EvaluatedWhatIf,
  type Expectation,
  editFromText,
  editValue,
  editYaml,
  evaluateWhatIf,
  type FileEdit,
  type Finding,
  freeName,
  type Inserted,
  type Insertion,
  type Invariant,
  insertWhatIf,
  type JudgedDemands,
  judgeContract,
  judgeHistory,
  judgeParsed,
  judgeScenario,
  type Lesson,
  MAX_BYTES,
  type Measure,
  type Mismatch,
  type Monitor,
  monitorOf,
  type Outcome,
  type OutcomeExpectation,
  type ParsedFile,
  type PatternReading,
  type Place,
  type Places,
  parsePattern,
  type Reading,
  type Refusal,
  type Response,
  readDescribed,
  readScenario,
  recordOf,
  refusalCodes,
  replayScenario,
  type Scenario,
  type ScenarioFile,
  type Source,
  scenarioJsonSchema,
  type WhatIf,
  type WhatIfEntry,
  type WrittenWhatIf,
  whatIfEntry,
  yamlScalar,
} from "./scenario/index.ts";
export * from "./search/index.ts";
