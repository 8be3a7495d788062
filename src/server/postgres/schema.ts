/** The tables of a journal on a server, and how they came to be: one migration after another. */
import type { Pool } from "pg";
import { Problem } from "../../problem/index.ts";
import { quoted } from "./names.ts";

/** What each form of the tables adds to the one before. The first makes them. A release never changes an old one. */
export const migrations: readonly ((schema: string) => string)[] = [
  (schema) => `
CREATE TABLE ${schema}.record (
  position bigint PRIMARY KEY,
  stream text NOT NULL,
  version integer NOT NULL,
  id text NOT NULL,
  kind text NOT NULL,
  act text,
  actors text NOT NULL,
  valid bigint,
  recorded_at text NOT NULL,
  body text NOT NULL,
  previous text NOT NULL,
  hash text NOT NULL,
  UNIQUE (stream, version),
  UNIQUE (stream, id)
);
CREATE INDEX record_of_stream ON ${schema}.record (stream, position);
CREATE FUNCTION ${schema}.record_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'a record is never changed or erased: append a correction' USING ERRCODE = '23000'; END $$;
CREATE TRIGGER record_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON ${schema}.record
  FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.record_stands();
CREATE TABLE ${schema}.snapshot (
  kind text NOT NULL,
  position bigint NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (kind, position)
);
`,
];

/** The form of the tables that this release writes. */
const FORMAT: number = migrations.length;

/** Brings the tables to the present form; several processes may try at once. */
export async function migrate(pool: Pool, schema: string, create: boolean, name: string): Promise<void> {
  if (schema.length > 50) throw new Problem("unreachable", `The schema's name ${schema} is too long.`);
  const form = await formOf(pool, schema);
  if (form === undefined && !create) {
    throw new Problem("unreachable", `There is no journal on ${name}. Make one: demarche journal init.`);
  }
  if (form === FORMAT) return;
  if (form !== undefined && form > FORMAT) throw newer(name, form);
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`demarche ${schema}`]);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`);
    await client.query(`CREATE TABLE IF NOT EXISTS ${quoted(schema)}.format (form integer NOT NULL)`);
    const { rows } = await client.query<{ form: number }>(`SELECT form FROM ${quoted(schema)}.format`);
    const from = rows[0]?.form ?? 0;
    for (const migration of migrations.slice(from)) await client.query(migration(quoted(schema)));
    await client.query(`DELETE FROM ${quoted(schema)}.format`);
    await client.query(`INSERT INTO ${quoted(schema)}.format VALUES ($1)`, [Math.max(from, FORMAT)]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** The form that the tables have; undefined when there are none. */
async function formOf(pool: Pool, schema: string): Promise<number | undefined> {
  const { rows: there } = await pool.query<{ found: string | null }>("SELECT to_regclass($1)::text AS found", [
    `${quoted(schema)}.format`,
  ]);
  if (there[0]?.found === null) return undefined;
  const { rows } = await pool.query<{ form: number }>(`SELECT form FROM ${quoted(schema)}.format`);
  return rows[0]?.form;
}

function newer(name: string, form: number): Problem {
  return new Problem(
    "newer-format",
    `${name} was written by a later release of demarche: its form is ${form}, and this release reads up to ${FORMAT}. Install a later release.`,
  );
}
