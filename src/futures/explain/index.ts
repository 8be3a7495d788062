/** Explaining sweeps: which assumptions decide, which ranges separate, and what may be noise. */

export { type Cases, casesOf, meanAt } from "./cases.ts";
export { type Condition, type ConditionReading, readCondition } from "./condition.ts";
export { type Explained, explain, type Restriction } from "./explain.ts";
export { type Box, type Boxed, bestBox } from "./prim.ts";
export { assumedShare, type Influence, influencesOf, type Sensitivity, sensitivities } from "./sensitivity.ts";
