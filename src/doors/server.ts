/** `demarche/server`: a journal on PostgreSQL or shared over HTTP, and spans of what a journal does. Needs Node. */
export {
  otelHooks,
  type PostgresOptions,
  postgresJournal,
  postgresStore,
  type Served,
  type Serving,
  serveJournal,
} from "../server/index.ts";
