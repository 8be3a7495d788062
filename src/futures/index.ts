/** Futures: keyed chance, simulation on the table, outcomes with intervals. */
export { type Assuming, assumptionsOf, type Ranged, type Resting, rangedOf } from "./assumptions.ts";
export { draw, keyOfText, runKey } from "./chance.ts";
export { type Agreed, agreedOn, endsProposal, promised, type Term, termsOf } from "./consent.ts";
export { type Decided, decided, standingOf } from "./decided.ts";
export {
  type Certainty,
  type Eventually,
  type Exact,
  exactOutcomes,
  type Obstacle,
  type Passage,
  type Poisson,
  poisson,
  type Solved,
  type SparseRow,
  STATES,
  solveSparse,
  type WhyNot,
} from "./exact/index.ts";
export * from "./explain/index.ts";
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
export { BOUND, createSimulator, type Future, type Simulator } from "./simulate.ts";
export { type Estimate, meanOf, quantilePlaces, shareOf, varianceOf } from "./statistics.ts";
export { type CountedContract, type Followed, follow, type Models, modelsOf, recordValues } from "./supposed.ts";
export * from "./sweep/index.ts";
export { addTallies, meanValue, quantileOf, reachedShare, shareWith, type Tally } from "./tally.ts";
export {
  boundsFor,
  type Compared,
  type Contest,
  type Duel,
  type DuelOutcome,
  duel,
  duelOutcomeNames,
  duelOutcomes,
  FEWEST,
  type Games,
  LENGTH,
  modelOf,
  type OutcomeRow,
  openingFor,
  type Pairing,
  type Standing,
  type StrategyAssumption,
  strategyAssumptions,
  type Tournament,
  tournament,
  WAR,
} from "./tournament/index.ts";
export { contractStandings, type Observed, type Watch, watchOf } from "./watch.ts";
export { type Job, type ReportJob, type SweepJob, type SweepResult, sweepResult, textOf, type Work } from "./work.ts";
export { eventsOf as futureEvents, written } from "./written.ts";
