/** Questions: everything that can be asked of a crisis, each answered in one place for every door. */

export { addInventedWhatIf, addWhatIf, type FileWithWhatIf, type InventedWhatIf } from "./add-what-if.ts";
export { type CheckedFile, checkSource, expectationsOfFutures, unreadable } from "./check.ts";
export { type Crisis, crisisOf, type ReaderQuestion, readerQuestionsOf } from "./crisis.ts";
export { crisisKnownAt, sourceUntil } from "./file-until.ts";
export { type AtPath, type Files, type FoundFile, find } from "./find.ts";
export {
  exactFutures,
  type FuturesRun,
  futures,
  isModelled,
  modelledIn,
  oneFuture,
  requireModelled,
} from "./futures.ts";
export { game } from "./game.ts";
export { argument, type InputLabel, mendText, option } from "./input-label.ts";
export { limitsOf, limitsText } from "./limits.ts";
export { modelVersion } from "./model.ts";
export {
  crisisAt,
  crisisUntil,
  cutAfter,
  cutAt,
  cutTo,
  dateIn,
  dateOf,
  isDate,
  patternFrom,
  stepOf,
} from "./moments.ts";
export { noActor, regionNamed, whatIfNamed } from "./names.ts";
export { foundIn, lineageAt, openSource, readingOf, type ScenarioSource } from "./open.ts";
export {
  futuresOptions,
  gameOptions,
  leastEditOptions,
  runOptions,
  sensitivityOptions,
  settingsFrom,
  sweepOptions,
  testOptions,
  tournamentOptions,
  waysOptions,
} from "./options.ts";
export { type OwnEdit, type OwnWhatIf, tryOwnWhatIf } from "./own-what-if.ts";
export { type Hint, review } from "./review.ts";
export {
  findWays,
  type Goal,
  leastEdits,
  searchedLine,
} from "./search.ts";
export {
  findSweepStart,
  planSweep,
  type RowSource,
  runSweep,
  type SweepEnd,
  type SweepStart,
  type SweepStore,
} from "./sweep.ts";
export { claimNamed, type TestSettings, test } from "./test.ts";
export { planContest } from "./tournament.ts";
export {
  evaluateWhatIfInAll,
  pairText,
  relationBeside,
  relationNamed,
  relationsBy,
  type Web,
  webOf,
  webOn,
  webSteps,
  webUntil,
  withAllOutcomes,
} from "./web.ts";
export { type HypotheticalEvent, judge, why, whyNot } from "./why.ts";
