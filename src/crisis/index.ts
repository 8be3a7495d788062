/** Questions: everything that can be asked of a crisis, each answered in one place for every door. */
export { type Asked, argument, option } from "./asked.ts";
export { type Checked, type CheckedFinding, check, expectationsOfFutures, remarkCodes } from "./check.ts";
export { type Crisis, crisisOf } from "./crisis.ts";
export { fileUntil, sourceUntil } from "./file-until.ts";
export {
  exactFutures,
  type FuturesRun,
  futures,
  isModelled,
  modelledIn,
  oneFuture,
  requireModelled,
} from "./futures.ts";
export { limitsOf, limitsText, type SearchLimits } from "./limits.ts";
export { modelVersion } from "./model.ts";
export { at, cutAt, dateIn, dateOf, stepOf, until } from "./moments.ts";
export { actNamed, actorNamed, regionNamed, whatIfNamed } from "./names.ts";
export {
  futuresOptions,
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
  planSweep,
  type RowSource,
  runSweep,
  type Start,
  type SweepEnd,
  type SweepStore,
  sweepStart,
} from "./sweep.ts";
export { claimNamed, type TestSettings, test } from "./test.ts";
export { modelledCount, type Tested, toldTest } from "./tested.ts";
export { type Judged, judge, type SupposedEvent, type Why, why, whyNot } from "./why.ts";
