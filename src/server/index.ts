/** Servers: a journal on PostgreSQL or shared over HTTP, sweeps over machines, and spans of what a journal does. */

export { shortId, statusText } from "./distributed/messages.ts";
export type {
  Collecting,
  DeadShard,
  Opening,
  Retries,
  Submission,
  SubmittedSweep,
  SweepServer,
  SweepStatus,
  Worked,
  Working,
} from "./distributed/port.ts";
export { withSweepServer } from "./distributed/server.ts";
export { MOST_FUTURES, type Sharding, USUAL } from "./distributed/shards.ts";
export type { Model, SweepSpec } from "./distributed/sweep-spec.ts";
export { type Served, serveJournal } from "./http/server.ts";
export { type Door, doorOf, type Limits, type Serving } from "./http/serving.ts";
export { otelHooks } from "./otel.ts";
export { connectionOf, nameOf, serverName } from "./postgres/address.ts";
export { isLost } from "./postgres/failure.ts";
export { type PostgresOptions, postgresJournal, postgresStore } from "./postgres/store.ts";
