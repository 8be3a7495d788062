/** The tables of sweeps on a server, and how they came to be. */
import type { Db } from "pg-boss";
import { Problem } from "../../problem/index.ts";
import { formOf, type Migrations, migrate, type Run } from "../postgres/migrate.ts";

const migrations: Migrations = [
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

/** The latest form of pg-boss's own tables that this release supports: that of the pg-boss it comes with. */
const QUEUE_FORM = 46;

/**
 * Makes sure that the tables are there in the form of this release.
 *
 * @throws Problem when a later release has written them
 */
export async function openTables(db: Db, schema: string, name: string): Promise<void> {
  const form = await formOf((text, values) => db.executeSql(text, values), schema);
  if (form === migrations.length) return;
  if (form !== undefined && form > migrations.length) throw newerFormat(name, form, migrations.length);
  const transaction = await db.beginTransaction?.();
  if (transaction === undefined) throw new Error("pg-boss opens no transaction.");
  try {
    const run: Run = (text, values) => transaction.db.executeSql(text, values);
    await migrate(run, schema, `demarche ${schema}`, migrations);
    await transaction.commit();
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

/** Refuses a queue that a later release has brought to a form of its own. */
export function refuseNewerQueue(form: number | null, name: string): void {
  if (form !== null && form > QUEUE_FORM) throw newerFormat(name, form, QUEUE_FORM);
}

function newerFormat(name: string, form: number, known: number): Problem {
  return new Problem(
    "newer-format",
    `The sweeps on ${name} were written by a later release of demarche: their form is ${form}, and this release knows up to ${known}. Install a later release.`,
  );
}
