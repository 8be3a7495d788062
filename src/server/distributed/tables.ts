/** The tables of spread sweeps on a server, and how they came to be: one migration after another. */
import type { Db } from "pg-boss";
import { Problem } from "../../problem/index.ts";

/** What each form of the tables adds to the one before. The first makes them. A release never changes an old one. */
const migrations: readonly ((schema: string) => string)[] = [
  (schema) => `
CREATE TABLE ${schema}.sweep (
  id text PRIMARY KEY,
  queue text NOT NULL,
  title text NOT NULL,
  ordered text NOT NULL,
  futures integer NOT NULL,
  size integer NOT NULL CHECK (size > 0),
  shards integer NOT NULL CHECK (shards > 0),
  begun timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE ${schema}.result (
  sweep text NOT NULL REFERENCES ${schema}.sweep ON DELETE CASCADE,
  shard integer NOT NULL,
  digest text NOT NULL,
  rows bytea NOT NULL,
  worker text NOT NULL,
  landed timestamptz NOT NULL DEFAULT now(),
  otherwise text,
  PRIMARY KEY (sweep, shard)
);
ALTER TABLE ${schema}.result ALTER COLUMN rows SET STORAGE EXTERNAL;
`,
];

/** The form of the tables that this release writes. */
const FORM: number = migrations.length;

/** The form of pg-boss's own tables that this release knows: that of the pg-boss it comes with. */
const QUEUE_FORM = 46;

/**
 * Brings the tables to the present form; several processes may try at once.
 *
 * @throws Problem when a later release has written them
 */
export async function migrate(db: Db, schema: string, name: string): Promise<void> {
  const form = await formOf(db, schema);
  if (form === FORM) return;
  if (form !== undefined && form > FORM) throw newer(name, form);
  const transaction = await db.beginTransaction?.();
  if (transaction === undefined) throw new Error("pg-boss opens no transaction.");
  try {
    const run = async (text: string, values: readonly unknown[] = []) => transaction.db.executeSql(text, [...values]);
    await run("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`demarche ${schema}`]);
    await run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await run(`CREATE TABLE IF NOT EXISTS ${schema}.format (form integer NOT NULL)`);
    const { rows } = await run(`SELECT form FROM ${schema}.format`);
    const from = Number(rows[0]?.form ?? 0);
    for (const migration of migrations.slice(from)) await run(migration(schema));
    await run(`DELETE FROM ${schema}.format`);
    await run(`INSERT INTO ${schema}.format VALUES ($1)`, [Math.max(from, FORM)]);
    await transaction.commit();
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

/** Refuses a queue that a later release has brought to a form of its own. */
export function refuseNewerQueue(form: number | null, name: string): void {
  if (form !== null && form > QUEUE_FORM) throw newer(name, form, QUEUE_FORM);
}

async function formOf(db: Db, schema: string): Promise<number | undefined> {
  const { rows: there } = await db.executeSql("SELECT to_regclass($1) IS NOT NULL AS found", [`${schema}.format`]);
  if (there[0]?.found !== true) return undefined;
  const { rows } = await db.executeSql(`SELECT form FROM ${schema}.format`);
  return Number(rows[0]?.form ?? 0);
}

function newer(name: string, form: number, known = FORM): Problem {
  return new Problem(
    "newer-format",
    `The sweeps on ${name} were written by a later release of demarche: their form is ${form}, and this release knows up to ${known}. Install a later release.`,
  );
}
