/** The hunt for histories that break a law or a contract, reduced to the edits that can't be left out; coverage and witnesses. */

export type { ActHits, Coverage } from "./coverage.ts";
export type { Counterexample, Hunted, HuntOptions, HuntResult } from "./hunt.ts";
export { type Broken, type HuntedClaim, heldLaws, huntedClaims } from "./hunted-claims.ts";
export { judgeLessons, type LessonVerdict } from "./lessons.ts";
export { hunt } from "./start.ts";
export type { Witness } from "./witness.ts";
export type { WrittenEdits } from "./write-out.ts";
