/** What states did next, fitted to data: the course of a pair as columns, and the models that give chances for them. */
export { type Design, type Encoder, encoderOf, type Predictor } from "./columns.ts";
export { aroundOf, type PairCourse, pairCourseOf } from "./course.ts";
export { daysAt, SPAN_COUNT, spanOf, withinSpan } from "./gaps.ts";
export { END, type Happening, labelBetween, labels } from "./labels.ts";
export {
  addTrees,
  drawnChances,
  gapChances,
  gapDesign,
  type Mixture,
  mixedChances,
  type NextModel,
  nextChances,
  nextDesign,
  type Tree,
  type WrittenTree,
} from "./model.ts";
export { BOOTSTRAPS, type FoldedEnd, foldedEnds, MODEL, SPLIT } from "./scoring.ts";
export { shippedFit, shippedNext } from "./shipped.ts";
export { placeOfShare, softmaxInto } from "./softmax.ts";
