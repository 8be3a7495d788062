/** Appending with one query: planned from the last known state, and inserted by the server only if that is still current. */
import type pg from "pg";
import {
  type Head,
  type LastSeen,
  lastSeen,
  type StoredRecord,
  type TransactionWork,
  type WantedIds,
} from "../../journal/index.ts";
import { type Place, recordsAsTable } from "./transaction.ts";

/** Appends with one query where possible, otherwise step by step. */
export function createPlannedAppend(pool: pg.Pool, place: Place) {
  const last: LastSeen = lastSeen();
  /** While others write, each try fails: after a failed one the next append goes step by step. */
  let isAlone = true;
  return async <Result>(
    work: TransactionWork<Result>,
    wanted: WantedIds,
    stepByStep: (watched: TransactionWork<Result>) => Promise<Result>,
  ): Promise<Result> => {
    const planned = isAlone ? await last.plan(work, wanted) : undefined;
    if (planned !== undefined) {
      // The step-by-step append finds out, and reports, whether an id exists already or the server is gone.
      const isInserted = await insertIfUnchanged(pool, place, planned.head, planned.rows).catch(() => false);
      if (isInserted) {
        last.added(planned.rows, wanted);
        return planned.result;
      }
    }
    isAlone = planned === undefined;
    const result = await stepByStep(last.watched(work, wanted));
    last.kept();
    return result;
  };
}

/** The hash of a record from its content: nothing may come after one that was changed. */
const LAST_HASH = `encode(sha256(convert_to('{"entry":' || body || ',"position":' || position || ',"previous":"' || previous ||
  '","recordedAt":"' || recorded_at || '","stream":"' || stream || '","version":' || version || '}', 'UTF8')), 'hex')`;

/** Inserts records after the last known one; returns false if others have come after it. */
async function insertIfUnchanged(
  pool: pg.Pool,
  { schema, table, channel }: Place,
  { hash }: Head,
  rows: readonly StoredRecord[],
) {
  const { from, values } = recordsAsTable(rows, 4);
  // One writer at a time, as in every transaction. A writer that waited here still sees the journal as it was before: then
  // two records would have the same position, which the table refuses.
  const { rows: counts } = await pool.query<{ readonly added: number }>({
    name: "demarche at once",
    text: `WITH alone AS MATERIALIZED (
        SELECT set_config('synchronous_commit', 'on', true), pg_advisory_xact_lock(hashtextextended($1, 0))
      ), added AS (
        INSERT INTO ${table} SELECT given.* FROM alone, ${from} AS given
        WHERE (SELECT ${LAST_HASH} FROM ${table} AS record ORDER BY record.position DESC LIMIT 1) = $2
        RETURNING 1
      ) SELECT count(*)::int AS added, pg_notify($3, '') FROM added`,
    values: [`demarche ${schema}`, hash, channel, ...values],
  });
  return counts[0]?.added === rows.length;
}
