/** Questions: everything that can be asked of a crisis, each answered in one place for every door. */
export { type Asked, argument, mendText, option } from "./asked.ts";
export {
  type Checked,
  type CheckedFile,
  type CheckedFinding,
  check,
  checkSource,
  expectationsOfFutures,
  remarkCodes,
  unreadable,
} from "./check.ts";
export { type Crisis, crisisOf, type Question, questionsOf } from "./crisis.ts";
export { knownBy, sourceUntil } from "./file-until.ts";
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
export { limitsOf, limitsText, type SearchLimits } from "./limits.ts";
export { modelVersion } from "./model.ts";
export { at, cutAfter, cutAt, cutTo, dateIn, dateOf, isDate, patternAsked, stepOf, until } from "./moments.ts";
export { actNamed, actorNamed, noActor, regionNamed, whatIfNamed } from "./names.ts";
export { foundIn, lineageAt, type Opened, opened, readingOf, type ScenarioSource } from "./open.ts";
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
export { carriedOut, type OwnEdit, type OwnWhatIf } from "./own-what-if.ts";

export { type Hint, review } from "./review.ts";
export {
  findWays,
  type Goal,
  leastEdits,
  searchedLine,
} from "./search.ts";
export {
  planSweep,
  type RowSource,
  runSweep,
  type Start,
  type SweepEnd,
  type SweepStore,
  sweepStart,
} from "./sweep.ts";
export { claimNamed, type TestSettings, test } from "./test.ts";
export { planContest } from "./tournament.ts";
export {
  pairText,
  relationBeside,
  relationNamed,
  relationsBy,
  supposeIn,
  type Web,
  type WebStep,
  webOf,
  webOn,
  webSteps,
  webUntil,
  withAllOutcomes,
} from "./web.ts";
export { type Judged, judge, type SupposedEvent, type Why, why, whyNot } from "./why.ts";
export { type Invented, type Written, writtenInvented, writtenWhatIf } from "./written.ts";
