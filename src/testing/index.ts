/** For tests, ours and yours: fast-check generators of what the chart sees, of events, of whole records, of what-ifs and of doctrines. */
export { chartEvents, lawfulWalk, situationArbitrary, symbolArbitrary } from "./chart.ts";
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
export { type EditConstraints, editsArbitrary, type WhatIf, whatIfArbitrary } from "./edits.ts";
export { eventArbitrary, humanActs, type RecordConstraints, recordArbitrary } from "./events.ts";
