/** Opening a server with sweeps: a connection, and its operations. */
import { serverAddress } from "./address.ts";
import { collectRows } from "./collect.ts";
import { withConnection, workersOn } from "./connection.ts";
import type { ConnectionOptions, SweepServer } from "./port.ts";
import { forgetSweep, listSweeps, statusOf, submitSweep } from "./sweeps.ts";
import { runWorker } from "./worker.ts";

/**
 * Opens a server, uses it, and closes it. Makes the tables for sweeps if there are none.
 *
 * @param address `postgres://user:password@host:port/database`; `?schema=` keeps sweeps apart
 * @throws Problem when the address can't be read, or the server can't be reached, refuses, or was written by a later
 *   release; no message shows the password
 */
export async function withSweepServer<Result>(
  address: string,
  options: ConnectionOptions,
  use: (server: SweepServer) => Promise<Result>,
): Promise<Result> {
  return withConnection(serverAddress(address), options, (connection) =>
    use({
      name: connection.address.name,
      submit: (submission) => submitSweep(connection, submission),
      collect: (sweep, job, from, options) => collectRows(connection, sweep, job, from, options),
      work: (options) => runWorker(connection, options),
      list: (prefix) => listSweeps(connection, prefix),
      status: (sweep) => statusOf(connection, sweep),
      workers: () => workersOn(connection),
      forget: (sweep) => forgetSweep(connection, sweep),
    }),
  );
}
