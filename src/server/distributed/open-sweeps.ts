/** The sweeps that a worker works on, each with its plan and threads; the most recent stay open. */
import { chunksOf, joined, type PackedRows, type Plan, type SweepPool, sweepPool } from "../../futures/index.ts";
import { Problem } from "../../problem/index.ts";
import type { SubmittedSweep } from "./port.ts";
import { MAX_SHARD_SIZE, rowsOf, type ShardJob } from "./shards.ts";
import { type ModelVersion, planOf } from "./sweep-spec.ts";

interface OpenSweep {
  readonly sweep: SubmittedSweep;
  readonly plan: Plan;
  readonly pool: SweepPool;
  /** Shards of it that are being worked on. */
  using: number;
}

export interface OpenSweeps {
  /**
   * Computes the rows of a shard.
   *
   * @param leave called between two chunks: whether to leave the shard
   * @returns `left` when it was left, `unknown` when there is no such sweep or shard
   * @throws Problem when no plan can be made of the sweep's spec
   */
  readonly work: (job: ShardJob, leave: () => boolean) => Promise<PackedRows | "left" | "unknown">;
  readonly close: () => Promise<void>;
}

/** Number of sweeps that stay open when they are not being worked on. */
const MAX_IDLE = 2;

/**
 * At first no sweep is open.
 *
 * @param find finds a sweep on the server
 * @param threads of each sweep
 */
export function openSweeps(
  find: (id: string) => Promise<SubmittedSweep | undefined>,
  model: ModelVersion,
  threads: number,
): OpenSweeps {
  /** In the order of their last use. */
  const all = new Map<string, Promise<OpenSweep | undefined>>();

  async function open(id: string): Promise<OpenSweep | undefined> {
    const sweep = await find(id);
    if (sweep === undefined) return undefined;
    const plan = planOf(sweep.spec, id, model);
    const { futures, size, shards } = sweep;
    if (futures !== plan.rows || size > MAX_SHARD_SIZE || shards !== Math.ceil(plan.rows / size)) {
      throw new Problem("changed-sweep", "The sweep is not cut as its plan can be: it was changed on the server.");
    }
    return { sweep, plan, pool: await sweepPool({ plan }, threads), using: 0 };
  }

  /** Opens a sweep once. If that fails, it is tried again the next time. */
  async function openOnce(id: string): Promise<OpenSweep | undefined> {
    const found = all.get(id) ?? open(id);
    all.delete(id);
    all.set(id, found);
    const one = await found.catch((error: unknown) => {
      all.delete(id);
      throw error;
    });
    if (one === undefined) all.delete(id);
    return one;
  }

  async function closeOldest(): Promise<void> {
    for (const [id, promise] of all) {
      if (all.size <= MAX_IDLE) return;
      const one = await promise.catch(() => undefined);
      if (one === undefined || one.using > 0) continue;
      all.delete(id);
      await one.pool.close();
    }
  }

  return {
    work: async ({ sweep: id, shard }, leave) => {
      const one = await openOnce(id);
      if (one === undefined || shard >= one.sweep.shards) return "unknown";
      one.using += 1;
      try {
        const { start, end } = rowsOf(one.plan, one.sweep, shard);
        const parts: PackedRows[] = [];
        for (const chunk of chunksOf({ futures: one.plan.futures, rows: end }, start)) {
          if (leave()) return "left";
          parts.push((await one.pool.work(chunk)).rows);
        }
        return joined(parts);
      } finally {
        one.using -= 1;
        await closeOldest();
      }
    },
    close: async () => {
      for (const one of await Promise.allSettled(all.values())) {
        if (one.status === "fulfilled") await one.value?.pool.close();
      }
    },
  };
}
