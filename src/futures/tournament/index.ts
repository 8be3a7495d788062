/** Tournaments: named strategies against each other from the same opening under the same luck. */
export { boundsFor, type StrategyAssumption, strategyAssumptions } from "./assumptions.ts";
export { type Contest, LENGTH, modelOf, type Pairing } from "./contest.ts";
export { type Duel, duel, type Games } from "./duel.ts";
export { openingFor } from "./opening.ts";
export { type DuelOutcome, duelOutcomeNames, duelOutcomes, type OutcomeRow, WAR } from "./outcome.ts";
export { type Compared, FEWEST, type Standing } from "./standings.ts";
export { type Tournament, tournament } from "./tournament.ts";
