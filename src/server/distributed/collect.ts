/** Collecting: the rows of a sweep in order, as they land, from any worker. */
import { type PackedRows, packedFrom, type SweepJob, type SweepResult, sweepResult } from "../../futures/index.ts";
import { Problem } from "../../problem/index.ts";
import { type Connection, rest, workersOn } from "./connection.ts";
import { enqueue } from "./jobs.ts";
import { deadText, otherwiseText, shortId } from "./messages.ts";
import type { CollectOptions, SubmittedSweep, SweepStatus } from "./port.ts";
import { type Landed, landedFrom } from "./results.ts";
import { rowsOf } from "./shards.ts";
import { restoreRows } from "./stored-rows.ts";
import { statusOf } from "./sweeps.ts";

/** Milliseconds between two polls for landed shards. */
const LANDED_INTERVAL = 300;

/** The rows of a sweep from a row on: see `collect` in `port.ts`. */
export async function* collectRows(
  connection: Connection,
  sweep: SubmittedSweep,
  job: SweepJob,
  from: number,
  options: CollectOptions,
): AsyncGenerator<SweepResult> {
  const { signal } = options;
  const watch = createStatusWatch(connection, sweep, options);
  let shard = Math.floor(from / sweep.size);
  while (shard < sweep.shards && !signal.aborted) {
    const landed = await connection.patiently(() => landedFrom(connection, sweep, shard), signal);
    for (const one of landed) {
      if (signal.aborted) return;
      yield await sweepResult(packedFrom(rowsIn(one, sweep, job), from), job);
    }
    shard += landed.length;
    if (shard >= sweep.shards) break;
    await watch(shard, landed.length > 0);
    if (landed.length === 0) await rest(LANDED_INTERVAL, signal);
  }
  if (signal.aborted) return;
  const { otherwise } = await connection.patiently(() => statusOf(connection, sweep), signal);
  if (otherwise.length > 0) connection.say(`${otherwiseText(otherwise)} What had landed first was taken.`);
}

/** Milliseconds between two polls of the whole sweep's status. */
const STATUS_INTERVAL = 1500;

/** Number of status polls in a row without a shard under way after which the user is told. */
const MAX_IDLE_LOOKS = 4;

/** Polls the whole sweep now and then: reports its progress, and queues lost shards again. */
function createStatusWatch(
  connection: Connection,
  sweep: SubmittedSweep,
  { signal, retries, onDone }: CollectOptions,
): (next: number, landing: boolean) => Promise<void> {
  const patiently = <Result>(work: () => Promise<Result>) => connection.patiently(work, signal);
  let lastLook = Number.NEGATIVE_INFINITY;
  let idleLooks = 0;

  /** Nothing waits and no worker is busy: the sweep is at its end, or the queue has lost shards. */
  async function requeueLost(next: number, { dead, landed }: SweepStatus): Promise<void> {
    // Something may have landed between the two queries.
    if ((await patiently(() => landedFrom(connection, sweep, next))).length > 0) return;
    if (dead.length > 0 && dead.length + landed >= sweep.shards) {
      throw new Problem("stopped", deadText(dead, sweep));
    }
    await patiently(() => enqueue(connection, sweep, retries));
  }

  return async (next, landing) => {
    if (performance.now() - lastLook < STATUS_INTERVAL) return;
    const status = await patiently(() => statusOf(connection, sweep));
    lastLook = performance.now();
    onDone(status.futures);
    if (landing) return;
    if (status.waiting + status.active === 0) await requeueLost(next, status);
    idleLooks = status.active === 0 ? idleLooks + 1 : 0;
    if (idleLooks === MAX_IDLE_LOOKS && (await patiently(() => workersOn(connection))) === 0) {
      const { name } = connection.address;
      connection.say(`No worker takes the shards. On any machine that reaches ${name}: demarche worker --on ADDRESS`);
    }
  };
}

function rowsIn(one: Landed, sweep: SubmittedSweep, { plan }: SweepJob): PackedRows {
  const { start, end } = rowsOf(plan, sweep, one.shard);
  const rows = restoreRows(one, { start, length: end - start, width: Object.keys(plan.outcomes).length });
  if (rows !== undefined) return rows;
  throw new Problem(
    "stopped",
    `What landed as shard ${one.shard} of sweep ${shortId(sweep.id)} are not its rows: they were changed on the server. Forget the sweep and run it again: demarche sweep --on ADDRESS --forget ${shortId(sweep.id)}`,
  );
}
