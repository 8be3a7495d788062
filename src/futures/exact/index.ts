/** Exact answers: futures as a Markov jump process, for rules whose delays are exponential. */
export { STATES } from "./chain.ts";
export { type Certainty, type Eventually, type Exact, exactOutcomes, type Passage } from "./outcomes.ts";
export { type Poisson, poisson } from "./poisson.ts";
export { type Solved, type SparseRow, solveSparse } from "./solve.ts";
export type { Obstacle, WhyNot } from "./why-not.ts";
