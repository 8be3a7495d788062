/** For tests, ours and yours: given-when-then, and fast-check generators of events, histories, what-ifs, doctrines and files. */
export { chartEvents, situationArbitrary, symbolArbitrary, validWalk } from "./chart.ts";
export {
  type DoctrineConstraints,
  delayArbitrary,
  doctrineArbitrary,
  outcomeArbitrary,
  patternArbitrary,
  ruleArbitrary,
  type SetupConstraints,
  setupArbitrary,
} from "./doctrines.ts";
export { type EditConstraints, editsArbitrary, type WhatIfDraft, whatIfArbitrary } from "./edits.ts";
export { eventArbitrary, humanActs, type RecordConstraints, recordArbitrary } from "./events.ts";
export { scenarioTextArbitrary } from "./file/text.ts";
export type { ScenarioConstraints } from "./file/value.ts";
export { type ContractCase, journalContract } from "./journal/contract.ts";
export type { Commands } from "./models/agree.ts";
export { type JournalCommands, type JournalModel, journalCommands, journalStart } from "./models/journal.ts";
export { type Played, type PlayModel, type PlayTools, playCommands, playStart } from "./models/play.ts";
export { type PlayerModel, playerCommands, playerModel, type ShownPlayer } from "./models/player.ts";
export {
  type WorkbenchModel,
  type WorkbenchTools,
  type WorkedOn,
  workbenchCommands,
  workbenchStart,
} from "./models/workbench.ts";
export type { ExpectedEvent } from "./spec/compare.ts";
export { differenceText, type StepRow } from "./spec/differences.ts";
export {
  type Given,
  given,
  type Opening,
  type SpecifiedMove,
  type SpecifiedResult,
  type SpecifiedWhen,
} from "./spec/specification.ts";
export { eventText, stepText, toText } from "./text.ts";
export { type ValidConstraints, validHistoryArbitrary, validRecordArbitrary } from "./valid.ts";
export { type WebDraft, webArbitrary } from "./web.ts";
