/** The results of a sweep that have landed: the rows of its shards. */
import * as z from "zod/mini";
import type { Connection } from "./connection.ts";
import type { SubmittedSweep } from "./port.ts";
import type { ShardJob } from "./shards.ts";
import type { StoredRows } from "./stored-rows.ts";

export interface Landed extends StoredRows {
  readonly shard: number;
}

export async function hasLanded(connection: Connection, { sweep, shard }: ShardJob): Promise<boolean> {
  const { sweeps } = connection.address;
  const text = `SELECT FROM ${sweeps}.result WHERE sweep = $1 AND shard = $2`;
  return (await connection.run(text, [sweep, shard])) > 0;
}

/**
 * Lands a shard. An earlier result stays; if the second differs, this is noted and reported.
 *
 * @returns `known` when the same rows are there already, `otherwise` when others are, `gone` when the sweep was forgotten
 */
export async function land(
  connection: Connection,
  { sweep, shard }: ShardJob,
  { digest, bytes }: StoredRows,
  worker: string,
): Promise<"landed" | "known" | "otherwise" | "gone"> {
  const { sweeps } = connection.address;
  const inserted = await connection.run(
    `INSERT INTO ${sweeps}.result (sweep, shard, digest, rows, worker)
     SELECT id, $2, $3, $4, $5 FROM ${sweeps}.sweep WHERE id = $1 ON CONFLICT (sweep, shard) DO NOTHING RETURNING 1`,
    [sweep, shard, digest, bytes, worker],
  );
  if (inserted > 0) return "landed";
  const [there] = await connection.rows(
    z.object({ same: z.boolean() }),
    `UPDATE ${sweeps}.result SET otherwise = CASE WHEN digest = $3 THEN otherwise ELSE $4 END
     WHERE sweep = $1 AND shard = $2 RETURNING digest = $3 AS same`,
    [sweep, shard, digest, worker],
  );
  if (there === undefined) return "gone";
  return there.same ? "known" : "otherwise";
}

const landedRow = z.object({ shard: z.number(), digest: z.string(), bytes: z.instanceof(Uint8Array) });

/** Results fetched with one query. */
const PAGE = 8;

/** The results that have landed from a shard on, up to the first gap; at most a page. */
export async function landedFrom(
  connection: Connection,
  { id }: SubmittedSweep,
  shard: number,
): Promise<readonly Landed[]> {
  const found = await connection.rows(
    landedRow,
    `SELECT shard, digest, rows AS bytes FROM ${connection.address.sweeps}.result
     WHERE sweep = $1 AND shard >= $2 AND shard < $2 + $3::int ORDER BY shard`,
    [id, shard, PAGE],
  );
  return found.filter((one, k) => one.shard === shard + k);
}

export async function missingShards(
  connection: Connection,
  { id, shards }: SubmittedSweep,
): Promise<readonly number[]> {
  const found = await connection.rows(
    z.object({ shard: z.number() }),
    `SELECT shard FROM generate_series(0, $2::int - 1) AS shard
     WHERE NOT EXISTS (SELECT FROM ${connection.address.sweeps}.result r WHERE r.sweep = $1 AND r.shard = shard.shard) ORDER BY 1`,
    [id, shards],
  );
  return found.map(({ shard }) => shard);
}
