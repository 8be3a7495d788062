/** Servers: a journal on PostgreSQL or shared over HTTP, sweeps over machines, and spans of what a journal does. */

export { shortId, statusText } from "./distributed/messages.ts";
export type {
  CollectOptions,
  ConnectionOptions,
  DeadShard,
  Retries,
  Submission,
  SubmittedSweep,
  SweepServer,
  SweepStatus,
  WorkerOptions,
  WorkerResult,
} from "./distributed/port.ts";
export { withSweepServer } from "./distributed/server.ts";
export { MAX_SHARD_SIZE, SHARD_SIZE, type Sharding } from "./distributed/shards.ts";
export type { ModelVersion, SweepSpec } from "./distributed/sweep-spec.ts";
export { type Access, accessOf, type ServeOptions, type ServingLimits } from "./http/serve-options.ts";
export { type JournalServer, serveJournal } from "./http/server.ts";
export { otelHooks } from "./otel.ts";
export { nameOfServer } from "./postgres/address.ts";
export { type PostgresOptions, postgresJournal, postgresStore } from "./postgres/store.ts";
