/** `demarche/server`: a journal on PostgreSQL or shared over HTTP, and spans of what a journal does. Needs Node. */
// From the files themselves: through the index, types of pg-boss would be needed by those who never sweep over machines.
export { type Served, type Serving, serveJournal } from "../server/http/server.ts";
export { otelHooks } from "../server/otel.ts";
export { type PostgresOptions, postgresJournal, postgresStore } from "../server/postgres/store.ts";
