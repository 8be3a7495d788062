/** Appending in one question: planned by what was seen last, and put in by the server only if that is still so. */
import type pg from "pg";
import {
  type Head,
  type LastSeen,
  lastSeen,
  type StoredRecord,
  type TransactionWork,
  type WantedIds,
} from "../../journal/index.ts";
import { type Place, recordsGiven } from "./transaction.ts";

/** Appends in one question where that is possible, else step by step. */
export function atOnce(pool: pg.Pool, place: Place) {
  const seen: LastSeen = lastSeen();
  /** Others who write make each try a vain one: after such a one the next append goes step by step. */
  let isAlone = true;
  return async <Result>(
    work: TransactionWork<Result>,
    wanted: WantedIds,
    stepByStep: (watched: TransactionWork<Result>) => Promise<Result>,
  ): Promise<Result> => {
    const planned = isAlone ? await seen.plan(work, wanted) : undefined;
    if (planned !== undefined) {
      // Whether an id is there already or the server is gone is found step by step, and said.
      const isPut = await put(pool, place, planned.head, planned.rows).catch(() => false);
      if (isPut) {
        seen.added(planned.rows, wanted);
        return planned.result;
      }
    }
    isAlone = planned === undefined;
    const result = await stepByStep(seen.watched(work, wanted));
    seen.kept();
    return result;
  };
}

/** The hash of a record by its content: nothing may come after one that was changed. */
const SEAL = `encode(sha256(convert_to('{"entry":' || body || ',"position":' || position || ',"previous":"' || previous ||
  '","recordedAt":"' || recorded_at || '","stream":"' || stream || '","version":' || version || '}', 'UTF8')), 'hex')`;

/** Puts records in behind the last that was seen; false where others have come after it. */
async function put(pool: pg.Pool, { schema, table, channel }: Place, { hash }: Head, rows: readonly StoredRecord[]) {
  const { from, values } = recordsGiven(rows, 4);
  // One writer at a time, as in every transaction. Who waited for another here still sees the journal as it was before:
  // then two records have one position, which the table refuses.
  const { rows: told } = await pool.query<{ readonly added: number }>({
    name: "demarche at once",
    text: `WITH alone AS MATERIALIZED (
        SELECT set_config('synchronous_commit', 'on', true), pg_advisory_xact_lock(hashtextextended($1, 0))
      ), added AS (
        INSERT INTO ${table} SELECT given.* FROM alone, ${from} AS given
        WHERE (SELECT ${SEAL} FROM ${table} AS record ORDER BY record.position DESC LIMIT 1) = $2
        RETURNING 1
      ) SELECT count(*)::int AS added, pg_notify($3, '') FROM added`,
    values: [`demarche ${schema}`, hash, channel, ...values],
  });
  return told[0]?.added === rows.length;
}
