/** Futures as people read them: distributions of outcomes beside the record. */
export { type Circumstances, followBlock } from "./follow.ts";
