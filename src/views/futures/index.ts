/** Futures as people read them: distributions of outcomes beside the record, sweeps and what explains them. */

export { type Assumed, assumptionData, assumptionsTable, numeral } from "./assumptions.ts";
export { type CutFutures, cutText } from "./cut.ts";
export { expectationText } from "./demands.ts";
export { percentText } from "./distribution.ts";
export { type ExactAnswers, exactParts } from "./exact.ts";
export { boxBlock, explainNotes, sensitivityDocument, sensitivityParts } from "./explain.ts";
export { type Circumstances, followParts, futuresDocument, type OutcomeInWords, outcomeRows } from "./follow.ts";
export { describe as outcomeText, numbersOf, recordText } from "./kinds.ts";
export { apartText, intervalNote, pairedText } from "./outcome.ts";
export { type SweepView, sweepBlock, sweepCount } from "./sweep.ts";
