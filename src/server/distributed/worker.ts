/** Working: shards are taken from the queue, worked out, and landed, until somebody stops it or nothing is left. */
import { hostname } from "node:os";
import type { JobWithMetadata } from "pg-boss";
import { visibleLine } from "../../problem/index.ts";
import { reasonOf, rest, type Server } from "./connection.ts";
import { queueOf } from "./job-spec.ts";
import { boardOf } from "./jobs.ts";
import { shortId } from "./messages.ts";
import { deskWith, type Planner } from "./open-sweeps.ts";
import { jobSchema, type ShardJob } from "./shards.ts";
import { stored } from "./stored-rows.ts";
import { makeQueue } from "./submit.ts";

/** How it is worked. */
export interface Working extends Planner {
  /** Shards at a time, each on a core of its own. */
  readonly workers: number;
  /** Milliseconds between two looks into an empty queue. */
  readonly poll: number;
  /** Ends when the queue has nothing to do, and nothing under way anywhere. */
  readonly untilDone: boolean;
  /** Takes nothing more; what is under way is finished, or given back when it takes long. */
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
}

/** What was done. */
export interface Worked {
  readonly landed: number;
  readonly failed: number;
  /** Jobs that asked for nothing that there is. */
  readonly refused: number;
}

/** Milliseconds for what is under way once it is stopped; what takes longer is given back. */
const GRACE = 5000;

/** So often a worker gives word while the queue waits for one. */
const WORDS = 4;

type Taken = Pick<JobWithMetadata<unknown>, "id" | "retryCount" | "data" | "heartbeatSeconds">;

/** Works for the queue of this model. */
export async function workFor(server: Server, working: Working): Promise<Worked> {
  const { workers, poll, untilDone, signal, say } = working;
  const { boss } = server;
  const queue = queueOf(working.model);
  const board = boardOf(server);
  const desk = deskWith(board, working, workers);
  const name = `${hostname()} ${process.pid}`;
  const counts = { landed: 0, failed: 0, refused: 0 };
  // A server that is away is waited for a while longer than the signal: what is finished shall still land.
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const stopping = (): void => {
    timer = setTimeout(() => late.abort(), GRACE);
  };
  if (signal.aborted) stopping();
  else signal.addEventListener("abort", stopping, { once: true });
  const asked = <Result>(work: () => Promise<Result>): Promise<Result> => server.patiently(work, late.signal);

  async function refuse({ id, retryCount }: Taken, why: string): Promise<void> {
    counts.refused += 1;
    say(`A job in the queue asks for nothing that there is, and was put aside: ${visibleLine(why)}`);
    await asked(() => boss.cancel(queue, { id, retryCount }));
  }

  async function giveBack({ id, retryCount }: Taken): Promise<void> {
    await asked(async () => {
      await boss.cancel(queue, { id, retryCount });
      await boss.resume(queue, id);
    });
  }

  async function land(job: ShardJob, taken: Taken): Promise<void> {
    if (!(await asked(() => board.hasLanded(job)))) {
      const rows = await desk.rows(job.sweep, job.shard, () => late.signal.aborted);
      if (rows === "unknown") return refuse(taken, `no shard ${job.shard} of a sweep ${shortId(job.sweep)}`);
      if (rows === "left") return giveBack(taken);
      const packed = await stored(rows);
      const outcome = await asked(() => board.land(job, packed, name));
      if (outcome === "landed") counts.landed += 1;
      if (outcome === "otherwise") {
        say(
          `Shard ${job.shard} of sweep ${shortId(job.sweep)} had landed with other rows: two machines do not compute alike. What had landed stands.`,
        );
      }
    }
    await asked(() => boss.complete(queue, { id: taken.id, retryCount: taken.retryCount }));
  }

  /** Lets the queue know now and then that a shard is being worked on; gives the way to end that. */
  function giveWord({ id, retryCount, heartbeatSeconds }: Taken): () => void {
    if (heartbeatSeconds === null) return () => undefined;
    const word = (): void => void boss.touch(queue, { id, retryCount }).catch(() => undefined);
    const words = setInterval(word, (heartbeatSeconds * 1000) / WORDS);
    return () => clearInterval(words);
  }

  async function take(taken: Taken): Promise<void> {
    const job = jobSchema.safeParse(taken.data);
    if (!job.success) {
      const [first] = job.error.issues;
      return refuse(taken, `${first?.path.join(".") || "it"}: ${first?.message ?? ""}`);
    }
    const enough = giveWord(taken);
    try {
      await land(job.data, taken);
    } catch (error) {
      if (late.signal.aborted) return;
      counts.failed += 1;
      const message = reasonOf(error);
      say(`Shard ${job.data.shard} of sweep ${shortId(job.data.sweep)} failed: ${visibleLine(message)}.`);
      await asked(() => boss.fail(queue, { id: taken.id, retryCount: taken.retryCount }, { message }));
    } finally {
      enough();
    }
  }

  async function one(): Promise<void> {
    while (!signal.aborted) {
      const [taken] = await asked(() => boss.fetch<unknown>(queue, { includeMetadata: true }));
      if (taken !== undefined) await take(taken);
      else if (untilDone && !(await asked(() => board.busy(queue)))) return;
      else await rest(poll, signal);
    }
  }

  try {
    await asked(() => makeQueue(server, queue));
    await Promise.all(Array.from({ length: workers }, one));
  } catch (error) {
    if (!late.signal.aborted) throw error;
    say("The server was away when this ended: what was under way comes back to the queue by itself.");
  } finally {
    clearTimeout(timer);
    await desk.close();
  }
  return counts;
}
