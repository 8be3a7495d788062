/** Laws: what always holds of situations, steps, the chart, histories, branches and futures, as data that can be checked. */

export { type Account, accountOf, type Made, madeOf, type Simulated } from "./cases.ts";
export { type Everywhere, everywhere, isExhaustible, type Thoroughness } from "./check-exhaustive.ts";
export { branchBreach, breachesIn, breachesOf, futureBreach, historyBreach } from "./check-history.ts";
export { atRandom, isDrawable } from "./check-random.ts";
export { type CheckingWay, testsOf, ways, waysOf } from "./check-ways.ts";
export * from "./hunt/index.ts";
export {
  type BranchLaw,
  type Breach,
  breachText,
  type ChartLaw,
  type ChartStep,
  type FutureLaw,
  type HistoryLaw,
  type Law,
  type LawKind,
  type SituationLaw,
  type StepLaw,
} from "./law.ts";
export { lawOf, laws } from "./laws.ts";
export { type Space, type System, system } from "./system.ts";
export { type Trial, type TrialOptions, trialText } from "./trial.ts";
