/** A journal on a PostgreSQL server, through `pg`: for several people on several machines. */
import {
  conditionOf,
  createJournal,
  headOf,
  type Journal,
  type JournalOptions,
  type Store,
  type StoredRecord,
  type StreamInfo,
  type TransactionWork,
  type WantedIds,
} from "../../journal/index.ts";
import { optional } from "../../problem/index.ts";
import { connectionOf, serverName } from "./address.ts";
import { failureOf, isLost } from "./failure.ts";
import { createListener } from "./listen.ts";
import { createPlannedAppend } from "./planned-append.ts";
import { openTables, quoteName } from "./schema.ts";
import { COLUMNS, findAt, type Place, texts, transact } from "./transaction.ts";

/** How a server is used. */
export interface PostgresOptions {
  /** The schema that holds the journal: one for each journal on a server; `demarche` by default. */
  readonly schema?: string;
  /** Makes a journal if there is none; otherwise its absence is an error. */
  readonly create?: boolean;
  /** Maximum number of connections; 4 by default. */
  readonly connections?: number;
}

/**
 * A journal on a server. When the connection is lost during an append, it is tried again: entries that had arrived are
 * recognized by their ids and not appended twice.
 *
 * @param address `postgres://user:password@host:port/database`
 * @throws Problem when the server can't be reached, holds no journal, or one of a later release
 */
export async function postgresJournal(
  address: string,
  options: JournalOptions & PostgresOptions = {},
): Promise<Journal> {
  return createJournal(await postgresStore(address, options), options);
}

/** A store on a server. */
export async function postgresStore(address: string, options: PostgresOptions = {}): Promise<Store> {
  const { connection, schema: addressSchema = "demarche" } = connectionOf(address);
  const { schema = addressSchema, create = false, connections = 4 } = options;
  const name = serverName(address, schema);
  const { default: driver } = await optional(() => import("pg"), "A journal on a server", ["pg"]);
  const pool = new driver.Pool({ ...connection, max: connections, application_name: "demarche" });
  // Without this a server that goes away between two requests would end the process.
  pool.on("error", () => undefined);
  // Nor may one that goes away in the middle of an append: the request itself fails and reports it.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const channel = `demarche ${schema}`.slice(0, 63);
  const place: Place = { schema, table: `${quoteName(schema)}.record`, channel };
  const snapshot = `${quoteName(schema)}.snapshot`;

  /** Sends a request to the server; its errors become ours. */
  async function ask<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw failureOf(error, name);
    }
  }
  const rowsOf = <Row extends object>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    ask(async () => (await pool.query<Row>(text, texts(values))).rows);
  const records = (condition: string, values?: readonly unknown[]): Promise<readonly StoredRecord[]> =>
    rowsOf(`SELECT ${COLUMNS} FROM ${place.table} ${condition}`, values);

  async function transactOnce<Result>(work: TransactionWork<Result>, wanted?: WantedIds): Promise<Result> {
    const client = await pool.connect();
    let lost = false;
    try {
      return await transact(client, place, work, wanted);
    } catch (error) {
      lost = isLost(error);
      throw error;
    } finally {
      client.release(lost);
    }
  }

  try {
    await ask(() => openTables(pool, schema, create, name));
  } catch (error) {
    await pool.end();
    throw error;
  }
  const listener = createListener(
    () => new driver.Client({ ...connection, application_name: "demarche listening" }),
    quoteName(channel),
  );
  const append = createPlannedAppend(pool, place);
  return {
    name,
    head: async () => headOf((await records("ORDER BY record.position DESC LIMIT 1"))[0]),
    versionOf: async (stream) =>
      (await records("WHERE stream = $1 ORDER BY version DESC LIMIT 1", [stream]))[0]?.version ?? 0,
    at: (stream, version) => ask(() => findAt(pool, place.table, stream, version)),
    transact: (work, wanted) =>
      ask(async () => {
        if (wanted === undefined) return withRetries(() => transactOnce(work));
        return append(work, wanted, (watched) => withRetries(() => transactOnce(watched, wanted)));
      }),
    page: (selection, size) => {
      const { text, values } = conditionOf(selection, (k) => `$${k}`, "strpos");
      return records(`WHERE ${text} ORDER BY record.position LIMIT $${values.length + 1}`, [...values, size]);
    },
    streams: () =>
      rowsOf<StreamInfo>(
        `SELECT stream, count(*)::int AS version, min(recorded_at) AS begun, max(recorded_at) AS "recordedAt"
         FROM ${place.table} GROUP BY stream ORDER BY min(record.position)`,
      ),
    watch: (wake) => listener.watch(wake),
    snapshots: {
      latest: async (kind, upTo) => {
        const [found] = await rowsOf<{ position: number; body: string }>(
          `SELECT position::float8 AS position, body FROM ${snapshot}
           WHERE kind = $1 AND position <= $2 ORDER BY snapshot.position DESC LIMIT 1`,
          [kind, upTo],
        );
        return found;
      },
      put: async (kind, position, body) => {
        await rowsOf(
          `INSERT INTO ${snapshot} VALUES ($1, $2, $3) ON CONFLICT (kind, position) DO UPDATE SET body = excluded.body`,
          [kind, position, body],
        );
      },
      clear: async () => {
        await rowsOf(`DELETE FROM ${snapshot}`);
      },
    },
    close: async () => {
      await listener.close();
      if (!pool.ended) await pool.end();
    },
  };
}

/** How often an append is tried when the server can't be reached. */
const TRIES = 5;

/** Tries again when the connection was lost, each time after a longer pause of random length. */
async function withRetries<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isLost(error) || tried === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** tried * (0.5 + Math.random())));
    }
  }
}
