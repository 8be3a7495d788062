/** Shards: how a sweep is cut, and the jobs that ask for its parts. */
import * as z from "zod/mini";
import { digest } from "../../events/index.ts";
import { type Chunk, chunksOf, type Plan } from "../../futures/index.ts";

/** How a sweep is cut into shards. */
export interface Sharding {
  /** Futures of a shard; the last may have fewer. */
  readonly size: number;
  readonly shards: number;
}

/** Default number of futures in a shard: about half a second of one core, so that the queue costs little in comparison. */
export const SHARD_SIZE = 200_000;

/** Maximum number of shards in a sweep, and of futures in a shard. */
export const MAX_SHARDS = 100_000;
export const MAX_SHARD_SIZE = 2_000_000;

/** The data of a job, with no other keys. */
export const jobSchema = z.strictObject({
  sweep: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  shard: z.int().check(z.minimum(0), z.maximum(MAX_SHARDS)),
});

export type ShardJob = z.infer<typeof jobSchema>;

/** Cuts a plan into shards of about as many futures as are wanted, whole chunks each. */
export function shardingOf(plan: Pick<Plan, "futures" | "rows">, wanted: number): Sharding {
  const least = Math.ceil(plan.rows / MAX_SHARDS);
  const [first] = chunksOf(plan);
  const chunk = first === undefined ? 1 : first.end - first.start;
  const size = Math.max(chunk, Math.ceil(Math.max(least, wanted) / chunk) * chunk);
  return { size, shards: Math.ceil(plan.rows / size) };
}

export function rowsOf({ rows }: Pick<Plan, "rows">, { size }: Sharding, shard: number): Chunk {
  return { start: shard * size, end: Math.min(rows, (shard + 1) * size) };
}

/** The id of a shard's job: always the same, so that the queue has it once, however often it is inserted. */
export function jobId({ sweep, shard }: ShardJob): string {
  const hex = digest(`${sweep}/${shard}`);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
