/** What states did next, fitted to data: the course of a pair as columns, and the models that give chances for them. */
export { type Column, type Design, type Encoder, encoderOf } from "./columns.ts";
export { type Around, aroundOf, type Course, courseColumns, courseOf } from "./course.ts";
export { daysAt, SPANS_OF_GAPS, spanOf, withinSpan } from "./gaps.ts";
export { END, type Happening, type Label, labelBetween, labels, type Turn } from "./labels.ts";
export {
  type Chances,
  drawnChances,
  gapChances,
  gapDesign,
  linearChances,
  type Mixture,
  mixedChances,
  type NextModel,
  nextChances,
  nextDesign,
  type WrittenTree,
} from "./model.ts";
export { BOOTSTRAPS, MODEL, SPLIT } from "./scoring.ts";
export { shippedFit, shippedNext } from "./shipped.ts";
export { addScores, drawnFrom, softmaxInto } from "./softmax.ts";
export { addTrees, type Tree } from "./trees.ts";
