/**
 * `demarche/server`: a journal on PostgreSQL or shared over HTTP, sweeps over machines, and spans of what a journal
 * does. Needs Node.
 */
export {
  type Access,
  accessOf,
  type CollectOptions,
  type ConnectionOptions,
  type DeadShard,
  type JournalServer,
  type ModelVersion,
  otelHooks,
  type PostgresOptions,
  postgresJournal,
  postgresStore,
  type Retries,
  type ServeOptions,
  type ServingLimits,
  type Sharding,
  type Submission,
  type SubmittedSweep,
  type SweepServer,
  type SweepSpec,
  type SweepStatus,
  serveJournal,
  statusText,
  type WorkerOptions,
  type WorkerResult,
  withSweepServer,
} from "../server/index.ts";
