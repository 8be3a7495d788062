/** Search: the shortest valid way to a situation, the proof that there is none, and the least that had to be different. */
export { type Agent, type Allowance, allowedSymbols, type Constraints, isAllowed } from "./constraints.ts";
export { type Dated, datedWay } from "./date-way.ts";
export { type Invention, invented, inventedInstead } from "./invented.ts";
export { type Answer, FOLDED, type LeastEdit, type LeastEdits, leastEdit } from "./least-edit.ts";
export { type MinimalLimits, minimal } from "./minimal.ts";
export {
  BUDGET,
  type Found,
  type OutOfBudget,
  type Search,
  type Searched,
  searchWays,
  type Unreachable,
} from "./search-ways.ts";
export type { Hindrance, Missed } from "./unreachable.ts";
export type { Way, WayStep } from "./way.ts";
export { editsOf, type WayEdits } from "./way-edits.ts";
