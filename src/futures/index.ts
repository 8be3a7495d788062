/** Futures: keyed chance, simulation on the table, outcomes with intervals. */
export { type Assuming, assumptionsOf, type Ranged, type Resting, rangedOf } from "./assumptions.ts";
export { draw, keyOfText, runKey } from "./chance.ts";
export { type Agreed, agreedOn, endsProposal, type Promised, promised, termsOf } from "./consent.ts";
export { STATES } from "./exact/chain.ts";
export type { Obstacle, WhyNot } from "./exact/obstacles.ts";
export { type Certainty, type Eventually, type Exact, exactOutcomes, type Passage } from "./exact/outcomes.ts";
export { type Poisson, poisson } from "./exact/poisson.ts";
export { type Solved, type SparseRow, solveSparse } from "./exact/solve.ts";
export { type Decided, decided, standingOf } from "./expectations.ts";
export * from "./explain/index.ts";
export { eventsOf as futureEvents, eventsOfAll, type FutureEvents, written } from "./future-history.ts";
export { CLOCK, type Log, type Proposed } from "./log.ts";
export { compile, type Model, type Setup } from "./model.ts";
export { type Pooling, pairPooled, runPooled, type SweepPool, sweepPool, sweepPooled } from "./pool.ts";
export {
  addPairs,
  addReports,
  createObserver,
  differencesOf,
  type Observer,
  type Paired,
  type PairSums,
  type Pairs,
  pairFutures,
  type Report,
  type Row,
  type Runs,
  runFutures,
} from "./run.ts";
export { type SetupOptions, setupFrom, setupOf } from "./setup.ts";
export { createSimulator, type Future, type Simulator } from "./simulate.ts";
export { type Estimate, meanOf, quantilePlaces, shareOf, varianceOf } from "./statistics.ts";
export * from "./sweep/index.ts";
export { addTallies, meanValue, quantileOf, reachedShare, shareWith, type Tally } from "./tally.ts";
export {
  boundsFor,
  type Contest,
  LENGTH,
  modelOf,
  openingFor,
  type Pairing,
  type StrategyAssumption,
  strategyAssumptions,
} from "./tournament/contest.ts";
export { type Duel, duel, type Games } from "./tournament/duel.ts";
export { type DuelOutcome, duelOutcomeNames, duelOutcomes, type OutcomeRow, WAR } from "./tournament/outcome.ts";
export { type Compared, FEWEST, type Standing } from "./tournament/standings.ts";
export { type Tournament, tournament } from "./tournament/tournament.ts";
export { contractStandings, type Observed, type Watch, watchOf } from "./watch.ts";
export {
  type CountedContract,
  type Followed,
  follow,
  type Models,
  modelsOf,
  recordValues,
  together,
} from "./what-if-futures.ts";
export {
  type Job,
  type ReportJob,
  type SweepJob,
  type SweepResult,
  sweepResult,
  tableText,
  type Work,
} from "./work.ts";
