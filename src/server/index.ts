/** Servers: a journal on PostgreSQL or shared over HTTP, sweeps over machines, and spans of what a journal does. */

export { type Place, placeOf } from "./distributed/address.ts";
export { type Gathering, gathered } from "./distributed/collect.ts";
export { type Opening, type Server, withServer, workersOf } from "./distributed/connection.ts";
export type { Model, Order } from "./distributed/job-spec.ts";
export { type Board, boardOf, type Posted, type Standing, type Told } from "./distributed/jobs.ts";
export { deadText, otherwiseText, shortId } from "./distributed/messages.ts";
export { MOST_FUTURES, USUAL } from "./distributed/shards.ts";
export { submit, type Trying } from "./distributed/submit.ts";
export { type Worked, type Working, workFor } from "./distributed/worker.ts";
export { type Served, type Serving, serveJournal } from "./http/server.ts";
export { otelHooks } from "./otel.ts";
export { connectionOf, nameOf, serverName } from "./postgres/address.ts";
export { isLost } from "./postgres/failure.ts";
export { type PostgresOptions, postgresJournal, postgresStore } from "./postgres/store.ts";
