/** The jobs of a sweep in the queue: one asks for each shard that has not landed. */
import * as z from "zod/mini";
import type { Connection } from "./connection.ts";
import type { DeadShard, Retries, SubmittedSweep, SweepStatus } from "./port.ts";
import { missingShards } from "./results.ts";
import { jobId, jobSchema } from "./shards.ts";

/** Seconds: the shortest heartbeat interval that the queue accepts, and the longest time for a shard. */
const [MIN_HEARTBEAT, MAX_DURATION] = [10, 86_000];

/** Minimum seconds before a second try; twice as long before each further one, up to the maximum. */
const [MIN_RETRY_DELAY, MAX_RETRY_DELAY] = [1, 60];

/** Queues the shards that have not landed. Replaces finished jobs; those that wait or are under way stay. */
export async function enqueue(connection: Connection, sweep: SubmittedSweep, retries: Retries): Promise<void> {
  const { patience, tries } = retries;
  const missing = await missingShards(connection, sweep);
  const wanted = new Set(missing);
  const over = (await shardsOver(connection, sweep)).filter((shard) => wanted.has(shard));
  const idFor = (shard: number): string => jobId({ sweep: sweep.id, shard });
  await inBatches(over, (shards) => connection.boss.deleteJob(sweep.queue, shards.map(idFor)));
  const jobFor = (shard: number) => ({
    id: idFor(shard),
    data: { sweep: sweep.id, shard },
    // First shards first, across all sweeps, so that no sweep waits until another is complete.
    priority: -shard,
    ...(patience < MIN_HEARTBEAT
      ? { expireInSeconds: patience }
      : { heartbeatSeconds: patience, expireInSeconds: MAX_DURATION }),
    retryLimit: tries - 1,
    retryDelay: MIN_RETRY_DELAY,
    retryBackoff: true,
    retryDelayMax: MAX_RETRY_DELAY,
  });
  await inBatches(missing, (shards) => connection.boss.insert(sweep.queue, shards.map(jobFor)));
}

/** Jobs that the queue takes or deletes at once. */
const BATCH = 1000;

async function inBatches<Item>(items: readonly Item[], work: (batch: Item[]) => Promise<unknown>) {
  for (let at = 0; at < items.length; at += BATCH) await work(items.slice(at, at + BATCH));
}

/** SQL for the jobs of a sweep. Its queue is $1 and its id $2. */
function jobsOf({ address }: Connection): string {
  return `${address.queue}.job WHERE name = $1 AND data @> jsonb_build_object('sweep', $2::text)`;
}

/** The shards whose jobs are over: done, dead, or taken back. */
async function shardsOver(connection: Connection, { id, queue }: SubmittedSweep): Promise<readonly number[]> {
  const found = await connection.rows(
    z.object({ data: z.unknown() }),
    `SELECT data FROM ${jobsOf(connection)} AND state IN ('completed', 'cancelled', 'failed')`,
    [queue, id],
  );
  return found.flatMap(({ data }) => jobSchema.safeParse(data).data?.shard ?? []);
}

/** How many jobs of a sweep wait, including those to be tried again, and how many workers have taken. */
export async function jobCounts(
  connection: Connection,
  { id, queue }: SubmittedSweep,
): Promise<Pick<SweepStatus, "waiting" | "active">> {
  const [counts = { waiting: 0, active: 0 }] = await connection.rows(
    z.object({ waiting: z.number(), active: z.number() }),
    `SELECT (count(*) FILTER (WHERE state IN ('created', 'retry')))::int AS waiting,
       (count(*) FILTER (WHERE state = 'active'))::int AS active FROM ${jobsOf(connection)}`,
    [queue, id],
  );
  return counts;
}

const message = z.object({ message: z.string() });
/** The queue's record of a failed job: our reason, or its own. */
const output = z.union([
  message,
  z.pipe(
    z.object({ value: message }),
    z.transform(({ value }) => value),
  ),
]);

/** The shards that failed as often as they may, and have not landed after all; in order. */
export async function deadShards(connection: Connection, { id, queue }: SubmittedSweep): Promise<readonly DeadShard[]> {
  const failed = await connection.rows(
    z.object({ data: z.unknown(), output: z.catch(output, { message: "no reason was given" }) }),
    `SELECT data, output FROM ${jobsOf(connection)} AND state = 'failed' AND NOT EXISTS
       (SELECT FROM ${connection.address.sweeps}.result r WHERE r.sweep = $2 AND r.shard::text = data->>'shard')`,
    [queue, id],
  );
  return failed
    .flatMap(({ data, output: { message: reason } }) => {
      const job = jobSchema.safeParse(data);
      return job.success ? [{ shard: job.data.shard, reason: REASONS.get(reason) ?? reason }] : [];
    })
    .toSorted((one, other) => one.shard - other.shard);
}

/** The queue's own reasons, in our words. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ["job heartbeat timeout", "nothing more was heard of the workers that had it"],
  ["job timed out", "no worker came back with it in time"],
]);

/** Whether a queue has jobs waiting or under way. */
export async function hasWork(connection: Connection, queue: string): Promise<boolean> {
  const text = `SELECT FROM ${connection.address.queue}.job WHERE name = $1 AND state IN ('created', 'retry', 'active') LIMIT 1`;
  return (await connection.run(text, [queue])) > 0;
}

export async function deleteJobs(connection: Connection, { id, queue }: SubmittedSweep): Promise<void> {
  const text = `SELECT id::text FROM ${jobsOf(connection)}`;
  const jobs = await connection.rows(
    z.pipe(
      z.object({ id: z.string() }),
      z.transform((job) => job.id),
    ),
    text,
    [queue, id],
  );
  await inBatches(jobs, (some) => connection.boss.deleteJob(queue, some));
}
