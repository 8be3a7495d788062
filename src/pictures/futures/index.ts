/** Pictures of many futures: what-ifs, sweeps, and what decides them. */
export { assumptionsPicture, type Shares, type ToldAssumptions } from "./assumptions.ts";
export { endStatesPicture } from "./end-states.ts";
export { futuresPicture } from "./futures.ts";
export { reachedPicture } from "./reached.ts";
export { sensitivityPicture, type ToldSensitivity } from "./sensitivity.ts";
export { sweepPicture, type ToldSweep } from "./sweep.ts";
export type { ToldFutures } from "./told.ts";
export { type ToldTournament, tournamentPicture } from "./tournament.ts";
export { type ToldWhatIf, whatIfPicture } from "./what-if.ts";
