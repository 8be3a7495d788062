/** Futures: keyed chance, simulation on the table, outcomes with intervals. */
export { draw, keyOfText, runKey } from "./chance.ts";
export { compile, type Model, type Setup } from "./model.ts";
export { type SetupOptions, setupOf } from "./setup.ts";
export { BOUND, createSimulator, type Future, type Log, type Simulator } from "./simulate.ts";
export { type Watch, watchOf } from "./watch.ts";
export { eventsOf as futureEvents, written } from "./written.ts";
