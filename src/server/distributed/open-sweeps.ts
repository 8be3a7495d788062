/** The desk of a worker: the sweeps that it works on, each with its plan and its threads, the last few kept at hand. */
import { chunksOf, joined, type PackedRows, type Plan, type SweepPool, sweepPool } from "../../futures/index.ts";
import { Problem } from "../../problem/index.ts";
import { type Model, type Order, orderIn } from "./job-spec.ts";
import type { Board, Posted } from "./jobs.ts";
import { MOST_FUTURES, rowsOf } from "./shards.ts";

/** A sweep on the desk. */
interface Opened {
  readonly sweep: Posted;
  readonly plan: Plan;
  readonly pool: SweepPool;
  /** Shards of it that are being worked on. */
  using: number;
}

/** A desk. */
export interface Desk {
  /**
   * The rows of a shard.
   *
   * @param leave asked between two chunks: whether to leave it
   * @returns undefined when it was left, or when there is no such sweep or shard
   * @throws Problem when no plan can be made of the sweep's order
   */
  readonly rows: (id: string, shard: number, leave: () => boolean) => Promise<PackedRows | "left" | "unknown">;
  readonly close: () => Promise<void>;
}

/** So many sweeps are kept at hand, beside those that are being worked on. */
const KEPT = 2;

/** Who makes plans of orders, and with which model. */
export interface Planner {
  readonly model: Model;
  /** Throws a Problem when no plan can be made of it. */
  readonly planFor: (order: Order) => Plan;
}

/** A desk with so many threads for each sweep. */
export function deskWith(board: Pick<Board, "find">, { model, planFor }: Planner, threads: number): Desk {
  const desk = new Map<string, Promise<Opened | undefined>>();

  async function open(id: string): Promise<Opened | undefined> {
    const sweep = await board.find(id);
    if (sweep === undefined) return undefined;
    const plan = planFor(orderIn(sweep.ordered, id, model));
    if (
      sweep.futures !== plan.rows ||
      sweep.size > MOST_FUTURES ||
      sweep.shards !== Math.ceil(plan.rows / sweep.size)
    ) {
      throw new Problem("changed-sweep", "The sweep is not cut as its plan can be: it was changed on the server.");
    }
    return { sweep, plan, pool: await sweepPool({ plan }, threads), using: 0 };
  }

  /** The sweep, at hand from now on; one that can't be opened is tried anew the next time. */
  async function opened(id: string): Promise<Opened | undefined> {
    const found = desk.get(id) ?? open(id);
    desk.delete(id);
    desk.set(id, found);
    try {
      const one = await found;
      if (one === undefined) desk.delete(id);
      return one;
    } catch (error) {
      desk.delete(id);
      throw error;
    }
  }

  async function tidy(): Promise<void> {
    for (const [id, promise] of desk) {
      if (desk.size <= KEPT) return;
      const one = await promise.catch(() => undefined);
      if (one === undefined || one.using > 0) continue;
      desk.delete(id);
      await one.pool.close();
    }
  }

  return {
    rows: async (id, shard, leave) => {
      const one = await opened(id);
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
        await tidy();
      }
    },
    close: async () => {
      for (const one of await Promise.allSettled(desk.values())) {
        if (one.status === "fulfilled") await one.value?.pool.close();
      }
    },
  };
}
