/** Démarche: the whole library through one door. Each folder is also a door of its own: `demarche/machine`. */
export * from "./doctrine/index.ts";
export * from "./dossier/index.ts";
export * from "./events/index.ts";
export * from "./futures/index.ts";
export * from "./history/index.ts";
export * from "./journal/index.ts";
export * from "./journal/live.ts";
export * from "./machine/index.ts";
export * from "./notebook/index.ts";
export * as play from "./play/index.ts";
export * from "./present/index.ts";
export * from "./problem/index.ts";
export * from "./replay/index.ts";
export * from "./scenario/index.ts";
export * from "./search/index.ts";
