/** Futures as people read them: distributions of outcomes beside the record. */
export { type ExactAnswers, exactBlock } from "./exact.ts";
export { type Circumstances, followBlock } from "./follow.ts";
