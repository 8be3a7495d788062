/** Shards: how a sweep is cut, and the jobs that ask for its parts. */
import { createHash } from "node:crypto";
import * as z from "zod";
import { type Chunk, chunksOf, type Plan } from "../../futures/index.ts";

/** How a sweep is cut into shards. */
export interface Sharding {
  /** Futures of a shard; the last may have fewer. */
  readonly size: number;
  readonly shards: number;
}

/** Futures of a shard unless told otherwise: some half a second of one core, beside which the queue costs little. */
export const SHARD_SIZE = 200_000;

/** The most shards that a sweep may have, and the most futures of a shard. */
export const MAX_SHARDS = 100_000;
export const MAX_SHARD_SIZE = 2_000_000;

/** What a job asks for. Nothing else may stand in it. */
export const jobSchema = z.strictObject({
  sweep: z.string().regex(/^[0-9a-f]{64}$/),
  shard: z.int().min(0).max(MAX_SHARDS),
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

/** The id of the job for a shard: always the same, so that it stands in the queue once, however often it is put there. */
export function jobId({ sweep, shard }: ShardJob): string {
  const hex = sha256(`${sweep}/${shard}`);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}

/** SHA-256 of bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What a text says as JSON; undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
