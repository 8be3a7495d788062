/** Tests of a scenario as people read them. */
export { isTelling, testBlock } from "./block.ts";
export { gutterBlock } from "./gutter.ts";
export type { ToldClaim, ToldCounterexample, ToldReach, ToldSaying, ToldTest, ToldWitness } from "./told.ts";
