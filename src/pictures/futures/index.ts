/** Pictures of many futures: what-ifs, sweeps, and what decides them. */
export { assumptionsPicture, type Shares } from "./assumptions.ts";
export { endStatesPicture } from "./end-states.ts";
export { futuresPicture } from "./futures.ts";
export { reachedPicture } from "./reached.ts";
export type { ToldFutures } from "./told.ts";
export { type ToldWhatIf, whatIfPicture } from "./what-if.ts";
