/** Submitting: a sweep is posted, and a job put into the queue for each shard that has not landed. */
import type { Plan } from "../../futures/index.ts";
import type { Server } from "./connection.ts";
import { idOf, type Order, queueOf } from "./job-spec.ts";
import { type Board, boardOf, type Posted } from "./jobs.ts";
import { cutOf, jobId } from "./shards.ts";

/** How shards are tried. */
export interface Trying {
  /**
   * Seconds after which a shard goes to another worker too, of whose worker nothing was heard; below ten, of which the
   * queue takes no word, a shard that is not back.
   */
  readonly patience: number;
  /** How often it is tried in all. */
  readonly tries: number;
}

/** Seconds: the shortest time in which the queue takes word of a worker, and the longest that a shard may take. */
const [HEARD, DAY] = [10, 86_000];

/** So many jobs are put into the queue at once. */
const BATCH = 1000;

/** Seconds before a second try, at least; twice as long before each further one, up to the longest. */
const [SECOND_TRY, LONGEST] = [1, 60];

/** Makes the queue of a model, where there is none. */
export async function makeQueue({ boss }: Server, queue: string): Promise<void> {
  await boss.createQueue(queue);
}

/**
 * Posts a sweep and queues what is missing of it: never a shard that has landed, and none twice. Those that are dead are
 * given all their tries again.
 *
 * @param wanted futures of a shard; a sweep that is there already stays cut as it is
 */
export async function submit(
  server: Server,
  order: Order,
  plan: Plan,
  title: string,
  wanted: number,
  trying: Trying,
): Promise<Posted> {
  const board = boardOf(server);
  const id = idOf(order);
  const queue = queueOf(order.model);
  await makeQueue(server, queue);
  const ordered = JSON.stringify(order);
  const sweep = await board.post({ id, queue, title, ordered, futures: plan.rows, ...cutOf(plan, wanted) });
  await enqueue(server, board, sweep, trying);
  return sweep;
}

/** Queues the shards that have not landed. Jobs that are over give way; those that wait or are under way stand. */
export async function enqueue(
  { boss }: Server,
  board: Board,
  sweep: Posted,
  { patience, tries }: Trying,
): Promise<void> {
  const missing = await board.missing(sweep);
  const wanted = new Set(missing);
  const over = (await board.over(sweep)).filter((shard) => wanted.has(shard));
  const idFor = (shard: number): string => jobId({ sweep: sweep.id, shard });
  for (let at = 0; at < over.length; at += BATCH) {
    await boss.deleteJob(sweep.queue, over.slice(at, at + BATCH).map(idFor));
  }
  for (let at = 0; at < missing.length; at += BATCH) {
    await boss.insert(
      sweep.queue,
      missing.slice(at, at + BATCH).map((shard) => ({
        id: idFor(shard),
        data: { sweep: sweep.id, shard },
        // The first shards first, of all sweeps alike: none waits until another is whole.
        priority: -shard,
        ...(patience < HEARD ? { expireInSeconds: patience } : { heartbeatSeconds: patience, expireInSeconds: DAY }),
        retryLimit: tries - 1,
        retryDelay: SECOND_TRY,
        retryBackoff: true,
        retryDelayMax: LONGEST,
      })),
    );
  }
}
