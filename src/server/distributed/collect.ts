/** Gathering: the rows of a spread sweep in their order, as they land, whoever worked them out. */

import { type PackedRows, packedFrom, type SweepJob, type SweepResult, sweepResult } from "../../futures/index.ts";
import { Problem } from "../../problem/index.ts";
import { rest, type Server, workersOf } from "./connection.ts";
import { boardOf, type Landed, type Posted } from "./jobs.ts";
import { deadText, otherwiseText, shortId } from "./messages.ts";
import { rowsOf } from "./shards.ts";
import { restored } from "./stored-rows.ts";
import { enqueue, type Trying } from "./submit.ts";

/** Milliseconds between two looks for what has landed, and between two at where the whole sweep stands. */
const [LOOK, STAND] = [300, 1500];

/** So many looks at the whole in which nobody works on a shard make it worth saying. */
const LONELY = 4;

/** How it is gathered. */
export interface Gathering {
  readonly signal: AbortSignal;
  readonly trying: Trying;
  /** Told how many futures have landed. */
  readonly onDone: (futures: number) => void;
  readonly say: (text: string) => void;
}

/**
 * The rows of a sweep from a row on.
 *
 * @throws Problem `stopped` when shards are dead and nothing else is left to wait for, or what landed can't be read
 */
export async function* gathered(
  server: Server,
  sweep: Posted,
  job: SweepJob,
  from: number,
  { signal, trying, onDone, say }: Gathering,
): AsyncGenerator<SweepResult> {
  const board = boardOf(server);
  let shard = Math.floor(from / sweep.size);
  let lonely = 0;
  let stood = Number.NEGATIVE_INFINITY;
  while (shard < sweep.shards && !signal.aborted) {
    const next = shard;
    const landed = await server.patiently(() => board.from(sweep.id, next), signal);
    for (const one of landed) {
      if (signal.aborted) return;
      yield await sweepResult(packedFrom(opened(one, sweep, job), from), job);
    }
    shard += landed.length;
    if (shard >= sweep.shards) break;
    if (performance.now() - stood < STAND) {
      if (landed.length === 0) await rest(LOOK, signal);
      continue;
    }
    const standing = await server.patiently(() => board.standing(sweep), signal);
    stood = performance.now();
    onDone(standing.futures);
    if (landed.length > 0) continue;
    if (standing.waiting + standing.active === 0) {
      // Looked at again: between the two looks something may have landed.
      if ((await server.patiently(() => board.from(sweep.id, next), signal)).length > 0) continue;
      if (standing.dead.length > 0 && standing.dead.length + standing.landed >= sweep.shards) {
        throw new Problem("stopped", deadText(standing, sweep));
      }
      await server.patiently(() => enqueue(server, board, sweep, trying), signal);
    }
    lonely = standing.active === 0 ? lonely + 1 : 0;
    if (lonely === LONELY && (await server.patiently(() => workersOf(server), signal)) === 0) {
      say(`Nobody takes the shards. On any machine that reaches ${server.place.name}: demarche worker --on ADDRESS`);
    }
    await rest(LOOK, signal);
  }
  if (signal.aborted) return;
  const { otherwise } = await server.patiently(() => board.standing(sweep), signal);
  if (otherwise.length > 0) say(`${otherwiseText(otherwise)} What had landed first was taken.`);
}

function opened(one: Landed, sweep: Posted, { plan }: SweepJob): PackedRows {
  const { start, end } = rowsOf(plan, sweep, one.shard);
  const rows = restored(one, { start, length: end - start, width: Object.keys(plan.outcomes).length });
  if (rows !== undefined) return rows;
  throw new Problem(
    "stopped",
    `What landed as shard ${one.shard} of sweep ${shortId(sweep.id)} are not its rows: they were changed on the server. Forget the sweep and run it again: demarche sweep --on ADDRESS --forget ${shortId(sweep.id)}`,
  );
}
