/** The hunt for histories that break a law or a contract, shrunk to what can't be left out; coverage and witnesses. */
export { type Broken, type HuntedClaim, heldLaws, huntedClaims } from "./claim.ts";
export type { ActHits, Coverage } from "./coverage.ts";
export type { Counterexample, Hunted, HuntOptions, HuntResult } from "./hunt.ts";
export { judgeLessons, type LessonVerdict } from "./lessons.ts";
export { hunt } from "./start.ts";
export type { Witness } from "./witness.ts";
export type { Written as WrittenEdits } from "./written-out.ts";
