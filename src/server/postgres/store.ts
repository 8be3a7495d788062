/** A journal on a PostgreSQL server, through `pg`: for several people on several machines. */
import type pg from "pg";
import {
  conditionOf,
  createJournal,
  type Head,
  headOf,
  type Journal,
  type JournalOptions,
  type Lookup,
  type Store,
  type StoredRecord,
  type StreamInfo,
  type Transaction,
  type WantedIds,
} from "../../journal/index.ts";
import { optional } from "../../problem/index.ts";
import { connectionOf, serverName } from "./address.ts";
import { failureOf, isLost } from "./failure.ts";
import { listening } from "./listen.ts";
import { channelOf, quoted } from "./names.ts";
import { migrate } from "./schema.ts";

/** How a server is used. */
export interface PostgresOptions {
  /** The schema that holds the journal: one for each journal on a server; `demarche` by default. */
  readonly schema?: string;
  /** Makes a journal where there is none; without it, that is an error. */
  readonly create?: boolean;
  /** Connections at most; 4 by default. */
  readonly connections?: number;
}

const COLUMNS = `position::float8 AS position, stream, version, id, kind, act, actors, valid::float8 AS valid,
  recorded_at AS "recordedAt", body, previous, hash`;

/** What is carried out in a transaction. */
type Work<Result> = (transaction: Transaction) => Promise<Result>;

/** How often an append is tried again when the server can't be reached. */
const TRIES = 5;

/**
 * A journal on a server. When the connection is lost during an append, it is tried again: what had arrived is known by
 * its ids and not doubled.
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
  const { connection, schema = "demarche" } = { ...connectionOf(address), ...definedOf(options) };
  const name = serverName(address, schema);
  // Only where a server is asked: a program in one file would load it at its start.
  const { default: driver } = await optional(() => import("pg"), "A journal on a server", ["pg"]);
  const pool = new driver.Pool({ ...connection, max: options.connections ?? 4, application_name: "demarche" });
  // Without this a server that goes away while nobody asks it anything would end the process.
  pool.on("error", () => undefined);
  // And one that goes away in the middle of an append: what was asked fails, and tells of it.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const table = `${quoted(schema)}.record`;
  const guard = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw failureOf(error, name);
    }
  };
  try {
    await guard(() => migrate(pool, schema, options.create ?? false, name));
  } catch (error) {
    await pool.end();
    throw error;
  }
  const listener = listening(
    () => new driver.Client({ ...connection, application_name: "demarche listening" }),
    channelOf(schema),
  );

  function lookup(client: pg.Pool | pg.PoolClient): Lookup {
    const one = (condition: string, values: readonly unknown[]) =>
      guard(async () => {
        const { rows } = await client.query<StoredRecord>(
          `SELECT ${COLUMNS} FROM ${table} ${condition}`,
          texts(values),
        );
        return rows[0];
      });
    return {
      head: async () => headOf(await one("ORDER BY record.position DESC LIMIT 1", [])),
      versionOf: async (stream) =>
        (await one("WHERE stream = $1 ORDER BY version DESC LIMIT 1", [stream]))?.version ?? 0,
      at: (stream, version) => one("WHERE stream = $1 AND version = $2", [stream, version]),
    };
  }

  async function transactOnce<Result>(work: Work<Result>, wanted?: WantedIds): Promise<Result> {
    const client = await pool.connect();
    let broken = false;
    try {
      // One writer at a time, so that positions have no gap and readers see them in order.
      let head = await begun(client, schema, table);
      let brought = wanted === undefined ? undefined : await looked(client, table, wanted);
      const lookedFor = new Set(wanted?.ids);
      const { at } = lookup(client);
      const seen = new Map<string, Promise<Ends>>();
      if (wanted !== undefined && brought !== undefined) seen.set(wanted.stream, Promise.resolve(endsOfRows(brought)));
      const endsOf = (stream: string): Promise<Ends> => {
        const found = seen.get(stream) ?? endsIn(client, table, stream);
        seen.set(stream, found);
        return found;
      };
      const result = await work({
        head: async () => head,
        versionOf: async (stream) => (await endsOf(stream)).version,
        at: async (stream, version) =>
          (version === 1 ? (await endsOf(stream)).first : undefined) ?? at(stream, version),
        known: async (segments, ids) => {
          if (ids.length === 0) return [];
          const [own, ...others] = segments;
          const isHere = others.length === 0 && own?.stream === wanted?.stream && ids.every((id) => lookedFor.has(id));
          if (brought !== undefined && isHere) {
            const asked = new Set(ids);
            return brought.filter(({ id, version }) => asked.has(id) && version <= (own?.upTo ?? 0));
          }
          const { text, values } = conditionOf({ segments }, (k) => `$${k}`, "strpos");
          const found = await client.query<StoredRecord>(
            `SELECT ${COLUMNS} FROM ${table} WHERE ${text} AND id = ANY($${values.length + 1})`,
            [...texts(values), ids],
          );
          return found.rows;
        },
        insert: async (rows) => {
          // What was seen before is so no more.
          seen.clear();
          brought = undefined;
          head = rows.at(-1) ?? head;
          await insert(client, table, rows);
        },
      });
      await client.query(`NOTIFY ${channelOf(schema)}; COMMIT`);
      return result as Result;
    } catch (error) {
      broken = isLost(error);
      if (!broken) await client.query("ROLLBACK").catch(() => undefined);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  return {
    name,
    ...lookup(pool),
    transact: <Result>(work: Work<Result>, wanted?: WantedIds) =>
      guard(async () => {
        for (let left = TRIES; ; left -= 1) {
          try {
            return await transactOnce<Result>(work, wanted);
          } catch (error) {
            if (!isLost(error) || left <= 1) throw error;
            await new Promise((resolve) => setTimeout(resolve, 100 * 2 ** (TRIES - left) * (0.5 + Math.random())));
          }
        }
      }),
    page: (selection, size) =>
      guard(async () => {
        const { text, values } = conditionOf(selection, (k) => `$${k}`, "strpos");
        const { rows } = await pool.query<StoredRecord>(
          `SELECT ${COLUMNS} FROM ${table} WHERE ${text} ORDER BY record.position LIMIT $${values.length + 1}`,
          [...texts(values), size],
        );
        return rows;
      }),
    streams: () =>
      guard(async () => {
        const { rows } = await pool.query<StreamInfo>(
          `SELECT stream, count(*)::int AS version, min(recorded_at) AS begun, max(recorded_at) AS "recordedAt"
           FROM ${table} GROUP BY stream ORDER BY min(record.position)`,
        );
        return rows;
      }),
    watch: (wake) => listener.watch(wake),
    snapshots: {
      latest: (kind, upTo) =>
        guard(async () => {
          const { rows } = await pool.query<{ position: number; body: string }>(
            `SELECT position::float8 AS position, body FROM ${quoted(schema)}.snapshot
             WHERE kind = $1 AND position <= $2 ORDER BY snapshot.position DESC LIMIT 1`,
            texts([kind, upTo]),
          );
          return rows[0];
        }),
      put: (kind, position, body) =>
        guard(async () => {
          await pool.query(
            `INSERT INTO ${quoted(schema)}.snapshot VALUES ($1, $2, $3)
             ON CONFLICT (kind, position) DO UPDATE SET body = excluded.body`,
            texts([kind, position, body]),
          );
        }),
      clear: () =>
        guard(async () => {
          await pool.query(`DELETE FROM ${quoted(schema)}.snapshot`);
        }),
    },
    close: async () => {
      await listener.close();
      if (!pool.ended) await pool.end();
    },
  };
}

function definedOf({ schema }: PostgresOptions): { readonly schema?: string } {
  return schema === undefined ? {} : { schema };
}

/** The first entry of a stream, and how far it goes. */
interface Ends {
  readonly first: StoredRecord | undefined;
  readonly version: number;
}

async function endsIn(client: pg.PoolClient, table: string, stream: string): Promise<Ends> {
  // Under a name the server plans it once for a connection, not at every append.
  const { rows } = await client.query<StoredRecord>({
    name: "demarche ends",
    text: `SELECT ${COLUMNS} FROM ${table} WHERE stream = $1
     AND version IN (1, (SELECT max(version) FROM ${table} WHERE stream = $1)) ORDER BY version`,
    values: texts([stream]),
  });
  return endsOfRows(rows);
}

/** The first and the last of rows of one stream, in order. */
function endsOfRows(rows: readonly StoredRecord[]): Ends {
  return { first: rows[0], version: rows.at(-1)?.version ?? 0 };
}

/** Begins to write, when nobody else does, and says where the journal ends. */
async function begun(client: pg.PoolClient, schema: string, table: string): Promise<Head> {
  const lock = client.escapeLiteral(`demarche ${schema}`);
  const asked: unknown = await client.query(
    `BEGIN; SET LOCAL synchronous_commit = on; SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0));
     SELECT ${COLUMNS} FROM ${table} ORDER BY record.position DESC LIMIT 1`,
  );
  const answers = asked as readonly pg.QueryResult<StoredRecord>[];
  return headOf(answers.at(-1)?.rows[0]);
}

/** What is wanted of a stream: its first and last, and those that have the ids. A row that is both comes twice. */
async function looked(client: pg.PoolClient, table: string, wanted: WantedIds): Promise<readonly StoredRecord[]> {
  // Two questions in one, each with its index; under a name the server plans them once for a connection.
  const { rows } = await client.query<StoredRecord>({
    name: "demarche look",
    text: `SELECT ${COLUMNS} FROM ${table} WHERE stream = $1 AND id = ANY ($2::text[])
     UNION ALL SELECT ${COLUMNS} FROM ${table} WHERE stream = $1
       AND version IN (1, (SELECT max(version) FROM ${table} WHERE stream = $1)) ORDER BY version`,
    values: [texts([wanted.stream])[0], texts(wanted.ids)],
  });
  return rows;
}

/** The server takes no text with a zero in it, and no name, code or snapshot has one: what is looked for is not there. */
function texts(values: readonly unknown[]): unknown[] {
  return values.map((value) => (typeof value === "string" ? value.replaceAll("\0", "\ufffd") : value));
}

async function insert(client: pg.PoolClient, table: string, rows: readonly StoredRecord[]): Promise<void> {
  const column = <Key extends keyof StoredRecord>(key: Key): StoredRecord[Key][] => rows.map((row) => row[key]);
  await client.query({
    name: "demarche insert",
    text: `INSERT INTO ${table} (position, stream, version, id, kind, act, actors, valid, recorded_at, body, previous, hash)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::int[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::bigint[], $9::text[], $10::text[], $11::text[], $12::text[])`,
    values: [
      column("position"),
      column("stream"),
      column("version"),
      column("id"),
      column("kind"),
      column("act"),
      column("actors"),
      column("valid"),
      column("recordedAt"),
      column("body"),
      column("previous"),
      column("hash"),
    ],
  });
}
