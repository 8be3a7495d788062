/** Doctrines: rules, named strategies, delays, and the decision that makes an event of a move. */
export { BOUND, ROUNDS } from "./bounds.ts";
export { type Decision, decide, type Move as ProposedMove } from "./decide.ts";
export { defaultLimits, defaults } from "./defaults.ts";
export { type Delay, quantile, sampler } from "./delay.ts";
export { type Assumption, type Doctrine, type Rule, rulesOf } from "./doctrine.ts";
export { type Level, levelOf, playedAs } from "./ladder.ts";
export { CALIBRATED } from "./strategies/calibrated.ts";
export { strategies, strategyOf, usable } from "./strategies/index.ts";
export type { Memory, Parameter, Settings, Strategy } from "./strategies/strategy.ts";
