/** The board: which sweeps there are on a server, what has landed of them, what is waiting and what is dead. */

import * as z from "zod";
import type { Server } from "./connection.ts";
import { type Cut, jobSchema, type ShardJob } from "./shards.ts";
import type { Stored } from "./stored-rows.ts";

/** A sweep on a server. */
export interface Posted extends Cut {
  readonly id: string;
  readonly queue: string;
  readonly title: string;
  /** Its order as text, not yet looked at. */
  readonly ordered: string;
  readonly futures: number;
  readonly begun: Date;
}

/** A shard that failed as often as it may. */
export interface DeadShard {
  readonly shard: number;
  readonly reason: string;
}

/** Where a sweep stands. */
export interface Standing {
  readonly landed: number;
  /** Futures of what has landed. */
  readonly futures: number;
  readonly waiting: number;
  readonly active: number;
  readonly dead: readonly DeadShard[];
  /** Shards of which a second worker made something else than the first. */
  readonly otherwise: readonly number[];
}

/** A sweep and where it stands. */
export interface Told {
  readonly sweep: Posted;
  readonly standing: Standing;
}

/** A shard that has landed. */
export interface Landed extends Stored {
  readonly shard: number;
}

const posted = z.object({
  id: z.string(),
  queue: z.string(),
  title: z.string(),
  ordered: z.string(),
  futures: z.number(),
  size: z.number(),
  shards: z.number(),
  begun: z.date(),
});
const counted = z.object({ state: z.string(), jobs: z.number() });
const numbered = z.object({ shard: z.number() });
/** What the queue keeps of a job that is over: our reason, or its own. */
const ended = z.object({ data: z.unknown(), output: z.unknown() });
const message = z.object({ message: z.string() });
const reason = z.union([message, z.object({ value: message }).transform(({ value }) => value)]);
const landedRow = z.object({ shard: z.number(), digest: z.string(), bytes: z.instanceof(Buffer) });

/** So many results are fetched at once. */
const PAGE = 8;

/** So many jobs are deleted at once. */
const BATCH = 1000;

/** A board. */
export interface Board {
  /** Posts a sweep, if it is not there already; what is there stays as it is. */
  readonly post: (sweep: Omit<Posted, "begun">) => Promise<Posted>;
  readonly find: (id: string) => Promise<Posted | undefined>;
  /** All sweeps, the latest first, or those whose id begins so. */
  readonly list: (prefix?: string) => Promise<readonly Posted[]>;
  readonly standing: (sweep: Posted) => Promise<Standing>;
  /** The shards that have not landed. */
  readonly missing: (sweep: Posted) => Promise<readonly number[]>;
  readonly hasLanded: (job: ShardJob) => Promise<boolean>;
  /** Lands a shard. What has landed before stays; that the second is otherwise is noted and told. */
  readonly land: (job: ShardJob, rows: Stored, worker: string) => Promise<"landed" | "known" | "otherwise" | "gone">;
  /** What has landed from a shard on, without a gap: some at a time. */
  readonly from: (sweep: string, shard: number) => Promise<readonly Landed[]>;
  /** The jobs of a sweep that are over: done, dead, or taken back. */
  readonly over: (sweep: Posted) => Promise<readonly number[]>;
  /** Whether a queue has anything to do, or under way. */
  readonly busy: (queue: string) => Promise<boolean>;
  /** Forgets a sweep and all that has landed of it. */
  readonly forget: (sweep: Posted) => Promise<void>;
}

/** The board of a server. */
export function boardOf({
  place: { sweeps, queue: boss },
  rows,
  boss: server,
}: Pick<Server, "place" | "rows" | "boss">): Board {
  const columns = "id, queue, title, ordered, futures, size, shards, begun";
  const ofSweep = `${boss}.job WHERE name = $1 AND data @> jsonb_build_object('sweep', $2::text)`;
  const find: Board["find"] = async (id) =>
    (await rows(posted, `SELECT ${columns} FROM ${sweeps}.sweep WHERE id = $1`, [id]))[0];
  return {
    find,
    post: async ({ id, queue, title, ordered, futures, size, shards }) => {
      await rows(
        z.unknown(),
        `INSERT INTO ${sweeps}.sweep (id, queue, title, ordered, futures, size, shards)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING`,
        [id, queue, title, ordered, futures, size, shards],
      );
      const there = await find(id);
      if (there === undefined) throw new Error(`The sweep ${id} was posted and is not there.`);
      return there;
    },
    list: (prefix = "") =>
      rows(posted, `SELECT ${columns} FROM ${sweeps}.sweep WHERE starts_with(id, $1) ORDER BY begun DESC, id`, [
        prefix,
      ]),
    standing: async ({ id, queue, futures, size, shards }) => {
      const states = await rows(counted, `SELECT state::text, count(*)::int AS jobs FROM ${ofSweep} GROUP BY state`, [
        queue,
        id,
      ]);
      const jobs = (...some: readonly string[]): number =>
        states.filter(({ state }) => some.includes(state)).reduce((sum, one) => sum + one.jobs, 0);
      const failed = (
        await rows(ended, `SELECT data, output FROM ${ofSweep} AND state = 'failed'`, [queue, id])
      ).flatMap(deadOf);
      const landedAfterAll = await rows(
        numbered,
        `SELECT shard FROM ${sweeps}.result WHERE sweep = $1 AND shard = ANY($2::int[])`,
        [id, failed.map(({ shard }) => shard)],
      );
      const alive = new Set(landedAfterAll.map(({ shard }) => shard));
      // Counted last: what lands meanwhile is seen at the next look.
      const [counts] = await rows(
        z.object({ landed: z.number(), last: z.boolean(), otherwise: z.array(z.number()) }),
        `SELECT count(*)::int AS landed, coalesce(bool_or(shard = $2::int - 1), false) AS last,
           coalesce(array_agg(shard ORDER BY shard) FILTER (WHERE otherwise IS NOT NULL), '{}') AS otherwise
         FROM ${sweeps}.result WHERE sweep = $1`,
        [id, shards],
      );
      const { landed = 0, last = false, otherwise = [] } = counts ?? {};
      return {
        landed,
        futures: landed * size - (last ? shards * size - futures : 0),
        waiting: jobs("created", "retry"),
        active: jobs("active"),
        dead: failed.filter(({ shard }) => !alive.has(shard)).toSorted((one, other) => one.shard - other.shard),
        otherwise,
      };
    },
    missing: async ({ id, shards }) => {
      const found = await rows(
        numbered,
        `SELECT shard FROM generate_series(0, $2::int - 1) AS shard
         WHERE NOT EXISTS (SELECT FROM ${sweeps}.result r WHERE r.sweep = $1 AND r.shard = shard.shard) ORDER BY 1`,
        [id, shards],
      );
      return found.map(({ shard }) => shard);
    },
    hasLanded: async ({ sweep, shard }) =>
      (await rows(z.unknown(), `SELECT FROM ${sweeps}.result WHERE sweep = $1 AND shard = $2`, [sweep, shard])).length >
      0,
    land: async ({ sweep, shard }, { digest, bytes }, worker) => {
      const made = await rows(
        z.unknown(),
        `INSERT INTO ${sweeps}.result (sweep, shard, digest, rows, worker)
         SELECT id, $2, $3, $4, $5 FROM ${sweeps}.sweep WHERE id = $1 ON CONFLICT (sweep, shard) DO NOTHING RETURNING 1`,
        [sweep, shard, digest, bytes, worker],
      );
      if (made.length > 0) return "landed";
      const differing = await rows(
        z.object({ same: z.boolean() }),
        `UPDATE ${sweeps}.result SET otherwise = CASE WHEN digest = $3 THEN otherwise ELSE $4 END
         WHERE sweep = $1 AND shard = $2 RETURNING digest = $3 AS same`,
        [sweep, shard, digest, worker],
      );
      const [there] = differing;
      return there === undefined ? "gone" : there.same ? "known" : "otherwise";
    },
    from: async (sweep, shard) => {
      const found = await rows(
        landedRow,
        `SELECT shard, digest, rows AS bytes FROM ${sweeps}.result
         WHERE sweep = $1 AND shard >= $2 AND shard < $2 + $3::int ORDER BY shard`,
        [sweep, shard, PAGE],
      );
      return found.filter((one, k) => one.shard === shard + k);
    },
    over: async ({ id, queue }) => {
      const found = await rows(
        z.object({ data: z.unknown() }),
        `SELECT data FROM ${ofSweep} AND state IN ('completed', 'cancelled', 'failed')`,
        [queue, id],
      );
      return found.flatMap(({ data }) => {
        const read = jobSchema.safeParse(data);
        return read.success ? [read.data.shard] : [];
      });
    },
    busy: async (queue) =>
      (
        await rows(
          z.unknown(),
          `SELECT FROM ${boss}.job WHERE name = $1 AND state IN ('created', 'retry', 'active') LIMIT 1`,
          [queue],
        )
      ).length > 0,
    forget: async ({ id, queue }) => {
      const jobs = await rows(z.object({ id: z.string() }), `SELECT id::text FROM ${ofSweep}`, [queue, id]);
      for (let at = 0; at < jobs.length; at += BATCH) {
        await server.deleteJob(
          queue,
          jobs.slice(at, at + BATCH).map((job) => job.id),
        );
      }
      await rows(z.unknown(), `DELETE FROM ${sweeps}.sweep WHERE id = $1`, [id]);
    },
  };
}

/** The shard of a job that failed for good; none where the job is no job for a shard. */
function deadOf({ data, output }: z.infer<typeof ended>): readonly DeadShard[] {
  const [job, why] = [jobSchema.safeParse(data), reason.safeParse(output)];
  if (!job.success) return [];
  return [{ shard: job.data.shard, reason: why.success ? reasonText(why.data.message) : "no reason was given" }];
}

/** The queue's own words in ours. */
function reasonText(reason: string): string {
  if (reason === "job heartbeat timeout") return "nothing more was heard of the workers that had it";
  return reason === "job timed out" ? "no worker came back with it in time" : reason;
}
