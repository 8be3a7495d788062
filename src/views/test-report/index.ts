/** Tests of a scenario as people read them. */
export { testBlock } from "./block.ts";
export { gutterBlock } from "./gutter.ts";
export { breakText, minuteOfExample, type Saying, stepsOfExample, type Tested, testAgain } from "./tested.ts";
