/** The tables of a journal on a server, and how they came to be. */
import type { Pool } from "pg";
import { Problem } from "../../problem/index.ts";
import { formOf, type Migrations, migrate } from "./migrate.ts";

export const migrations: Migrations = [
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

/**
 * Makes sure that there is a journal in the form of this release.
 *
 * @param create makes a journal if there is none
 * @throws Problem when there is none, or it has the form of a later release
 */
export async function openTables(pool: Pool, schema: string, create: boolean, name: string): Promise<void> {
  if (schema.length > 50) throw new Problem("unreachable", `The schema's name ${schema} is too long.`);
  const own = quoteName(schema);
  const form = await formOf((text, values) => pool.query(text, values), own);
  if (form === undefined && !create) {
    throw new Problem("unreachable", `There is no journal on ${name}. Make one: demarche journal init.`);
  }
  if (form === migrations.length) return;
  if (form !== undefined && form > migrations.length) throw newerFormat(name, form);
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await migrate((text, values) => client.query(text, values), own, `demarche ${schema}`, migrations);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

function newerFormat(name: string, form: number): Problem {
  return new Problem(
    "newer-format",
    `${name} was written by a later release of demarche: its form is ${form}, and this release reads up to ${migrations.length}. Install a later release.`,
  );
}

/** A name quoted for SQL, whatever it contains. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
