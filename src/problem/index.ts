/** What can be wrong, in one shape: the error itself, the nearest valid word, and text that is safe to show. */

export { among, quoted, scalarText } from "./among.ts";
export { numberArgument, wholeArgument, wordArgument } from "./argument.ts";
export { decode, decodePieces, encodeLike, textLines } from "./decode.ts";
export { frozen } from "./frozen.ts";
export { jsonIn } from "./json-in.ts";
export { lookAlike, numberOf } from "./look-alike.ts";
export { nearest } from "./nearest.ts";
export { addAt, countAt, missing, nth, numberAt, present } from "./nth.ts";
export { optional } from "./optional.ts";
export {
  didYouMean,
  isProblem,
  Problem,
  type ProblemDetails,
  type ProblemPlace,
  unlessRefused,
} from "./problem.ts";
export { shellWord, visible, visibleLine } from "./visible.ts";
