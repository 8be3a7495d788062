/** Tests of a scenario as people read them. */
export { testBlock } from "./block.ts";
export { gutterBlock } from "./gutter.ts";
export {
  breakText,
  type FileStatement,
  minuteOfExample,
  stepsOfExample,
  type TestReport,
  testAgain,
} from "./report.ts";
