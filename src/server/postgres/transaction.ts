/** Appending to a journal on a server: a transaction with as few queries as possible, since each is a round trip. */
import type pg from "pg";
import {
  conditionOf,
  type Head,
  headOf,
  recordColumns,
  type StoredRecord,
  type Transaction,
  type TransactionWork,
  type WantedIds,
} from "../../journal/index.ts";
import { isLost } from "./failure.ts";
import { quoteName } from "./schema.ts";

/** The columns of a record, as it is stored in memory. */
export const COLUMNS = `position::float8 AS position, stream, version, id, kind, act, actors, valid::float8 AS valid,
  recorded_at AS "recordedAt", body, previous, hash`;

export interface Place {
  readonly schema: string;
  /** As SQL takes it. */
  readonly table: string;
  /** The channel on which appends are announced, unquoted. */
  readonly channel: string;
}

/** Does work as the only writer, and commits all of it or nothing. */
export async function transact<Result>(
  client: pg.PoolClient,
  place: Place,
  work: TransactionWork<Result>,
  wanted?: WantedIds,
): Promise<Result> {
  try {
    const head = await begin(client, place);
    const result = await work(await transactionOn(client, place.table, head, wanted));
    await client.query(`NOTIFY ${quoteName(place.channel)}; COMMIT`);
    return result;
  } catch (error) {
    if (!isLost(error)) await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

/** Locks out other writers, so that positions have no gap and readers see them in order. Returns the journal's head. */
async function begin(client: pg.PoolClient, { schema, table }: Place): Promise<Head> {
  const lock = client.escapeLiteral(`demarche ${schema}`);
  const result: unknown = await client.query(
    `BEGIN; SET LOCAL synchronous_commit = on; SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0));
     SELECT ${COLUMNS} FROM ${table} ORDER BY record.position DESC LIMIT 1`,
  );
  const answers = result as readonly pg.QueryResult<StoredRecord>[];
  return headOf(answers.at(-1)?.rows[0]);
}

/** A transaction that remembers what it has read, until something is inserted. */
async function transactionOn(
  client: pg.PoolClient,
  table: string,
  headAtBegin: Head,
  wanted?: WantedIds,
): Promise<Transaction> {
  let head = headAtBegin;
  let fetched = wanted === undefined ? undefined : await fetchWanted(client, table, wanted);
  const lookedFor = new Set(wanted?.ids);
  const ends = new Map<string, Promise<Ends>>();
  if (wanted !== undefined && fetched !== undefined) ends.set(wanted.stream, Promise.resolve(endsOf(fetched)));
  const endsIn = (stream: string): Promise<Ends> => {
    const found = ends.get(stream) ?? findEnds(client, table, stream);
    ends.set(stream, found);
    return found;
  };
  return {
    head: async () => head,
    versionOf: async (stream) => (await endsIn(stream)).version,
    at: async (stream, version) =>
      (version === 1 ? (await endsIn(stream)).first : undefined) ?? findAt(client, table, stream, version),
    known: async (segments, ids) => {
      if (ids.length === 0) return [];
      const [own, ...others] = segments;
      const isFetched = others.length === 0 && own?.stream === wanted?.stream && ids.every((id) => lookedFor.has(id));
      if (fetched !== undefined && isFetched) {
        const asked = new Set(ids);
        return fetched.filter(({ id, version }) => asked.has(id) && version <= (own?.upTo ?? 0));
      }
      const { text, values } = conditionOf({ segments }, (k) => `$${k}`, "strpos");
      const { rows } = await client.query<StoredRecord>(
        `SELECT ${COLUMNS} FROM ${table} WHERE ${text} AND id = ANY($${values.length + 1})`,
        [...texts(values), ids],
      );
      return rows;
    },
    insert: async (rows) => {
      ends.clear();
      fetched = undefined;
      head = rows.at(-1) ?? head;
      await insert(client, table, rows);
    },
  };
}

/** The wanted records of a stream: the first, the last, and those with the ids. One that is both comes twice. */
async function fetchWanted(client: pg.PoolClient, table: string, wanted: WantedIds): Promise<readonly StoredRecord[]> {
  // Two queries in one, each with its index; because it has a name, the server plans it once for a connection.
  const { rows } = await client.query<StoredRecord>({
    name: "demarche look",
    text: `SELECT ${COLUMNS} FROM ${table} WHERE stream = $1 AND id = ANY ($2::text[]) UNION ALL ${endsText(table)}`,
    values: [texts([wanted.stream])[0], texts(wanted.ids)],
  });
  return rows;
}

/** The first entry of a stream, and how far it goes. */
interface Ends {
  readonly first: StoredRecord | undefined;
  readonly version: number;
}

/** The ends of a stream, from rows in order that include its first and its last. */
function endsOf(rows: readonly StoredRecord[]): Ends {
  return { first: rows[0], version: rows.at(-1)?.version ?? 0 };
}

function endsText(table: string): string {
  return `SELECT ${COLUMNS} FROM ${table} WHERE stream = $1
    AND version IN (1, (SELECT max(version) FROM ${table} WHERE stream = $1)) ORDER BY version`;
}

async function findEnds(client: pg.PoolClient, table: string, stream: string): Promise<Ends> {
  const { rows } = await client.query<StoredRecord>({
    name: "demarche ends",
    text: endsText(table),
    values: texts([stream]),
  });
  return endsOf(rows);
}

export async function findAt(
  client: pg.Pool | pg.PoolClient,
  table: string,
  stream: string,
  version: number,
): Promise<StoredRecord | undefined> {
  const { rows } = await client.query<StoredRecord>(
    `SELECT ${COLUMNS} FROM ${table} WHERE stream = $1 AND version = $2`,
    texts([stream, version]),
  );
  return rows[0];
}

/** PostgreSQL accepts no zero character in a text. No name, code or snapshot has one, so a search for it finds nothing. */
export function texts(values: readonly unknown[]): unknown[] {
  return values.map((value) => (typeof value === "string" ? value.replaceAll("\0", "\ufffd") : value));
}

const TYPES: Partial<Record<keyof StoredRecord, string>> = { position: "bigint", version: "int", valid: "bigint" };

/** Records as a table for a query. @param place the number of its first parameter, from 1 */
export function recordsAsTable(rows: readonly StoredRecord[], place: number) {
  const arrays = recordColumns.map((column, k) => `$${k + place}::${TYPES[column] ?? "text"}[]`);
  return {
    from: `unnest(${arrays.join(", ")})`,
    values: recordColumns.map((column) => rows.map((row) => row[column])),
  };
}

async function insert(client: pg.PoolClient, table: string, rows: readonly StoredRecord[]): Promise<void> {
  const { from, values } = recordsAsTable(rows, 1);
  await client.query({ name: "demarche insert", text: `INSERT INTO ${table} SELECT * FROM ${from}`, values });
}
