/** The sweeps on a server: submitting, finding, inspecting and forgetting them. */
import * as z from "zod/mini";
import type { Connection } from "./connection.ts";
import { deadShards, deleteJobs, enqueue, jobCounts } from "./jobs.ts";
import type { Submission, SubmittedSweep, SweepStatus } from "./port.ts";
import { shardingOf } from "./shards.ts";
import { idOf, queueOf } from "./sweep-spec.ts";

const sweepRow = z.object({
  id: z.string(),
  queue: z.string(),
  title: z.string(),
  spec: z.string(),
  futures: z.number(),
  size: z.number(),
  shards: z.number(),
  begun: z.date(),
});

const COLUMNS = "id, queue, title, ordered AS spec, futures, size, shards, begun";

/** Submits a sweep: puts it on the server, where an existing one stays as it is, and queues its missing shards. */
export async function submitSweep(
  connection: Connection,
  { spec, plan, title, size, retries }: Submission,
): Promise<SubmittedSweep> {
  const queue = queueOf(spec.model);
  await connection.boss.createQueue(queue);
  const cut = { spec: JSON.stringify(spec), futures: plan.rows, ...shardingOf(plan, size) };
  const sweep = await put(connection, { id: idOf(spec), queue, title, ...cut });
  await enqueue(connection, sweep, retries);
  return sweep;
}

/** Puts a sweep on the server, if it is not there already, and returns the one that is there. */
export async function put(connection: Connection, sweep: Omit<SubmittedSweep, "begun">): Promise<SubmittedSweep> {
  const { id, queue, title, spec, futures, size, shards } = sweep;
  await connection.run(
    `INSERT INTO ${connection.address.sweeps}.sweep (id, queue, title, ordered, futures, size, shards)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING`,
    [id, queue, title, spec, futures, size, shards],
  );
  const there = await findSweep(connection, id);
  if (there === undefined) throw new Error(`The sweep ${id} was submitted and is not there.`);
  return there;
}

export async function findSweep(connection: Connection, id: string): Promise<SubmittedSweep | undefined> {
  const { sweeps } = connection.address;
  const [found] = await connection.rows(sweepRow, `SELECT ${COLUMNS} FROM ${sweeps}.sweep WHERE id = $1`, [id]);
  return found;
}

/** All sweeps, the latest first, or those whose id begins with the prefix. */
export async function listSweeps(connection: Connection, prefix = ""): Promise<readonly SubmittedSweep[]> {
  const { sweeps } = connection.address;
  return connection.rows(
    sweepRow,
    `SELECT ${COLUMNS} FROM ${sweeps}.sweep WHERE starts_with(id, $1) ORDER BY begun DESC, id`,
    [prefix],
  );
}

const landedRow = z.object({ landed: z.number(), last: z.boolean(), otherwise: z.array(z.number()) });

export async function statusOf(connection: Connection, sweep: SubmittedSweep): Promise<SweepStatus> {
  const { id, futures, size, shards } = sweep;
  const counts = await jobCounts(connection, sweep);
  const dead = await deadShards(connection, sweep);
  // Counted last: what lands meanwhile is counted the next time.
  const [{ landed, last, otherwise } = { landed: 0, last: false, otherwise: [] }] = await connection.rows(
    landedRow,
    `SELECT count(*)::int AS landed, coalesce(bool_or(shard = $2::int - 1), false) AS last,
       coalesce(array_agg(shard ORDER BY shard) FILTER (WHERE otherwise IS NOT NULL), '{}') AS otherwise
     FROM ${connection.address.sweeps}.result WHERE sweep = $1`,
    [id, shards],
  );
  // The last shard may be smaller.
  const absent = last ? shards * size - futures : 0;
  return { ...counts, landed, futures: landed * size - absent, dead, otherwise };
}

/** Forgets a sweep: its jobs, and all that has landed of it. */
export async function forgetSweep(connection: Connection, sweep: SubmittedSweep): Promise<void> {
  await deleteJobs(connection, sweep);
  await connection.run(`DELETE FROM ${connection.address.sweeps}.sweep WHERE id = $1`, [sweep.id]);
}
