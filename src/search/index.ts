/** Search: the shortest lawful way to a situation, the proof that there is none, and what is least. */
export { type Agent, allowedSymbols, type Choice, type Constraints, isAllowed } from "./constraints.ts";
export { type MinimalLimits, minimal } from "./minimal.ts";
export type { Hindrance, Missed } from "./unreachable.ts";
export type { Way, WayStep } from "./way.ts";
export {
  BUDGET,
  type Found,
  type OutOfBudget,
  type Search,
  type Searched,
  searchWays,
  type Unreachable,
} from "./ways.ts";
