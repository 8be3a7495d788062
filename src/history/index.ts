/** Histories: folding events, looking at moments, and asking why. */
export * from "./branch/index.ts";
export { type ClockEntry, type ClockView, clockEvent, pendingEntries, waitingIn } from "./clock.ts";
export { advance, type Beginning, begin, extend, fold, QUIET } from "./fold.ts";
export type { History, Step } from "./history.ts";
export {
  type Cut,
  changes,
  cutHistory,
  type Difference,
  difference,
  dossierAfter,
  historyUntil,
  type RegionChange,
  situationAfter,
  situationAt,
  stepsUntil,
} from "./moment.ts";
export { isAimedElsewhere, type Relation, touches } from "./touch.ts";
export { foldWeb, statesOf as webStates, toldAt } from "./web.ts";
export { type Cause, causeOf, type Explanation, why, whyNot } from "./why.ts";
