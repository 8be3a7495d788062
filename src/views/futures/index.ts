/** Futures as people read them: distributions of outcomes beside the record, sweeps and what explains them. */

export { assumptionsBlock, numeral, type ToldAssumption } from "./assumptions.ts";
export { expectationText } from "./demands.ts";
export { type ExactAnswers, exactBlock } from "./exact.ts";
export { boxBlock, explainNotes, sensitivityBlock, type ToldDecision } from "./explain.ts";
export { type Circumstances, followBlock } from "./follow.ts";
export { describe as outcomeText, numbersOf, recordText } from "./kinds.ts";
export { intervalNote, pairedText } from "./outcome.ts";
export { sweepPicture } from "./picture.ts";
export { sensitivityPicture } from "./sensitivity-picture.ts";
export { sweepBlock, type ToldSweep } from "./sweep.ts";
export { type Pictured, type TitledPicture, whatIfPicture } from "./what-if-picture.ts";
