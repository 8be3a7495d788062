/** Doctrines: rules, named strategies, delays, and the decision that makes an event of a move. */
export { BOUND, ROUNDS } from "./bounds.ts";
export { type Decision, decide, type Move as ProposedMove } from "./decide.ts";
export { defaultLimits, defaults } from "./defaults.ts";
export { type Delay, quantile, sampler } from "./delay.ts";
export type { Assumption, Doctrine, Rule } from "./doctrine.ts";
export { type Level, levelOf, playedAs } from "./ladder.ts";
export { strategies, strategyOf } from "./strategies/index.ts";
export type { Memory, Parameter, Settings, Strategy } from "./strategies/strategy.ts";
