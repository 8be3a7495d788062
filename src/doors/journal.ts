/** `demarche/journal`: the append-only log, in memory or in a file of SQLite, its exchange, and its live feed. */
export * from "../journal/index.ts";
export * from "../journal/live.ts";
export * from "../journal/sqlite.ts";
