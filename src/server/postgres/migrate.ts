/** Brings tables on a server to the form of this release, migration by migration; the first process that connects does it. */

/** What each form adds to the tables of the one before. The first makes them. A release never changes an old migration. */
export type Migrations = readonly ((schema: string) => string)[];

export type Run = (
  text: string,
  values?: unknown[],
) => Promise<{ readonly rows: readonly { readonly form?: number }[] }>;

/** The form of a schema's tables; undefined if there are none. */
export async function formOf(run: Run, schema: string): Promise<number | undefined> {
  const { rows: found } = await run("SELECT FROM to_regclass($1) AS found WHERE found IS NOT NULL", [
    `${schema}.format`,
  ]);
  return found.length === 0 ? undefined : (await run(`SELECT form FROM ${schema}.format`)).rows[0]?.form;
}

/**
 * Brings the tables of a schema to the present form. Several processes may try at once.
 *
 * @param run runs within a transaction
 * @param schema as SQL takes it
 * @param lock the name of a lock that only one process holds at a time
 */
export async function migrate(run: Run, schema: string, lock: string, migrations: Migrations): Promise<void> {
  await run("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [lock]);
  await run(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  await run(`CREATE TABLE IF NOT EXISTS ${schema}.format (form integer NOT NULL)`);
  const from = (await formOf(run, schema)) ?? 0;
  for (const migration of migrations.slice(from)) await run(migration(schema));
  await run(`DELETE FROM ${schema}.format`);
  await run(`INSERT INTO ${schema}.format VALUES ($1)`, [Math.max(from, migrations.length)]);
}
