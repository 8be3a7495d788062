/** For tests, ours and yours: fast-check generators of what the chart sees, of events and of whole records. */
export { chartEvents, lawfulWalk, situationArbitrary, symbolArbitrary } from "./chart.ts";
export { eventArbitrary, humanActs, type RecordConstraints, recordArbitrary } from "./events.ts";
