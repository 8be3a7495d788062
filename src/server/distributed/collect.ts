/** Collecting: the rows of a sweep in their order, as they land, from whichever worker. */
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

/** Milliseconds between two looks for what has landed. */
const LOOK = 300;

/** The rows of a sweep from a row on: see `collect` of a server. */
export async function* collectRows(
  connection: Connection,
  sweep: SubmittedSweep,
  job: SweepJob,
  from: number,
  options: CollectOptions,
): AsyncGenerator<SweepResult> {
  const { signal } = options;
  const watch = watching(connection, sweep, options);
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
    if (landed.length === 0) await rest(LOOK, signal);
  }
  if (signal.aborted) return;
  const { otherwise } = await connection.patiently(() => statusOf(connection, sweep), signal);
  if (otherwise.length > 0) connection.say(`${otherwiseText(otherwise)} What had landed first was taken.`);
}

/** Milliseconds between two looks at the whole sweep. */
const WHOLE = 1500;

/** After as many looks at the whole, one after another, in which no shard is being worked on, that is said. */
const LONELY = 4;

/** Looks at the whole sweep now and then: tells how far it has come, and queues again what the queue has lost. */
function watching(
  connection: Connection,
  sweep: SubmittedSweep,
  { signal, retries, onDone }: CollectOptions,
): (next: number, landing: boolean) => Promise<void> {
  const patiently = <Result>(work: () => Promise<Result>) => connection.patiently(work, signal);
  let looked = Number.NEGATIVE_INFINITY;
  let lonely = 0;

  /** Nothing waits and no worker is busy: it is at an end, or the queue has lost some. */
  async function settle(next: number, { dead, landed }: SweepStatus): Promise<void> {
    // Between two looks something may have landed.
    if ((await patiently(() => landedFrom(connection, sweep, next))).length > 0) return;
    if (dead.length > 0 && dead.length + landed >= sweep.shards) {
      throw new Problem("stopped", deadText(dead, sweep));
    }
    await patiently(() => enqueue(connection, sweep, retries));
  }

  return async (next, landing) => {
    if (performance.now() - looked < WHOLE) return;
    const status = await patiently(() => statusOf(connection, sweep));
    looked = performance.now();
    onDone(status.futures);
    if (landing) return;
    if (status.waiting + status.active === 0) await settle(next, status);
    lonely = status.active === 0 ? lonely + 1 : 0;
    if (lonely === LONELY && (await patiently(() => workersOn(connection))) === 0) {
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
