/** A worker: takes shards from the queue, works them out, and lands them, until it is stopped or nothing is left. */
import { hostname } from "node:os";
import type { JobWithMetadata } from "pg-boss";
import { visibleLine } from "../../problem/index.ts";
import { reasonOf } from "../postgres/failure.ts";
import { type Connection, rest } from "./connection.ts";
import { hasWork } from "./jobs.ts";
import { shortId } from "./messages.ts";
import { type OpenSweeps, openSweeps } from "./open-sweeps.ts";
import type { WorkerOptions, WorkerResult } from "./port.ts";
import { hasLanded, land } from "./results.ts";
import { jobSchema, type ShardJob } from "./shards.ts";
import { storeRows } from "./stored-rows.ts";
import { queueOf } from "./sweep-spec.ts";
import { findSweep } from "./sweeps.ts";

interface Worker {
  readonly connection: Connection;
  readonly queue: string;
  readonly sweeps: OpenSweeps;
  /** Aborted a while after the worker was stopped: what is finished shall still land. */
  readonly late: AbortSignal;
  /** Asks the server, until it can be reached or it is late. */
  readonly ask: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly counts: { -readonly [Key in keyof WorkerResult]: WorkerResult[Key] };
}

type Taken = Pick<JobWithMetadata<unknown>, "id" | "retryCount" | "data" | "heartbeatSeconds">;

export async function runWorker(connection: Connection, options: WorkerOptions): Promise<WorkerResult> {
  const { workers, model, signal } = options;
  const { late, release } = afterwards(signal);
  const worker: Worker = {
    connection,
    queue: queueOf(model),
    sweeps: openSweeps((id) => findSweep(connection, id), model, workers),
    late,
    ask: (work) => connection.patiently(work, late),
    counts: { landed: 0, failed: 0, refused: 0 },
  };
  try {
    await worker.ask(() => connection.boss.createQueue(worker.queue));
    await Promise.all(Array.from({ length: workers }, () => takeShards(worker, options)));
  } catch (error) {
    if (!late.aborted) throw error;
    connection.say("The server was away when this ended: what was under way comes back to the queue by itself.");
  } finally {
    release();
    await worker.sweeps.close();
  }
  return worker.counts;
}

/** Milliseconds for what is under way once the worker is stopped; what takes longer is given back. */
const GRACE = 5000;

/** A signal that comes a while after another. */
function afterwards(signal: AbortSignal): { readonly late: AbortSignal; readonly release: () => void } {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const begin = (): void => {
    timer = setTimeout(() => late.abort(), GRACE);
  };
  if (signal.aborted) begin();
  else signal.addEventListener("abort", begin, { once: true });
  return { late: late.signal, release: () => clearTimeout(timer) };
}

async function takeShards(worker: Worker, { poll, untilDone, signal }: WorkerOptions): Promise<void> {
  const { connection, queue, ask } = worker;
  while (!signal.aborted) {
    const [taken] = await ask(() => connection.boss.fetch<unknown>(queue, { includeMetadata: true }));
    if (taken !== undefined) await carryOut(worker, taken);
    else if (untilDone && !(await ask(() => hasWork(connection, queue)))) return;
    else await rest(poll, signal);
  }
}

async function carryOut(worker: Worker, taken: Taken): Promise<void> {
  const { connection, queue, counts, late, ask } = worker;
  const read = jobSchema.safeParse(taken.data);
  if (!read.success) {
    const [first] = read.error.issues;
    return refuse(worker, taken, `${first?.path.join(".") || "it"}: ${first?.message ?? ""}`);
  }
  const job = read.data;
  const stopWord = giveWord(worker, taken);
  try {
    await workOut(worker, job, taken);
  } catch (error) {
    if (late.aborted) return;
    counts.failed += 1;
    const message = reasonOf(error);
    connection.say(`Shard ${job.shard} of sweep ${shortId(job.sweep)} failed: ${visibleLine(message)}.`);
    await ask(() => connection.boss.fail(queue, attempt(taken), { message }));
  } finally {
    stopWord();
  }
}

async function workOut(worker: Worker, job: ShardJob, taken: Taken): Promise<void> {
  const { connection, queue, sweeps, counts, late, ask } = worker;
  const { sweep, shard } = job;
  if (!(await ask(() => hasLanded(connection, job)))) {
    const rows = await sweeps.work(job, () => late.aborted);
    if (rows === "unknown") return refuse(worker, taken, `no shard ${shard} of a sweep ${shortId(sweep)}`);
    if (rows === "left") return giveBack(worker, taken);
    const stored = await storeRows(rows);
    const outcome = await ask(() => land(connection, job, stored, `${hostname()} ${process.pid}`));
    if (outcome === "landed") counts.landed += 1;
    if (outcome === "otherwise") {
      connection.say(
        `Shard ${shard} of sweep ${shortId(sweep)} had landed with other rows: two machines do not compute alike. What had landed stands.`,
      );
    }
  }
  await ask(() => connection.boss.complete(queue, attempt(taken)));
}

async function refuse({ connection, queue, counts, ask }: Worker, taken: Taken, why: string): Promise<void> {
  counts.refused += 1;
  connection.say(`A job in the queue asks for nothing that there is, and was put aside: ${visibleLine(why)}`);
  await ask(() => connection.boss.cancel(queue, attempt(taken)));
}

async function giveBack({ connection: { boss }, queue, ask }: Worker, taken: Taken): Promise<void> {
  await ask(async () => {
    await boss.cancel(queue, attempt(taken));
    await boss.resume(queue, taken.id);
  });
}

/** How often a worker gives word in the time in which the queue waits for one. */
const WORDS = 4;

/** Lets the queue know now and then that a shard is being worked on; gives the way to end that. */
function giveWord({ connection: { boss }, queue }: Worker, taken: Taken): () => void {
  const { heartbeatSeconds } = taken;
  if (heartbeatSeconds === null) return () => undefined;
  const word = (): void => void boss.touch(queue, attempt(taken)).catch(() => undefined);
  const words = setInterval(word, (heartbeatSeconds * 1000) / WORDS);
  return () => clearInterval(words);
}

/** Which try of a job it was that was taken: an old one may not end a later one. */
function attempt({ id, retryCount }: Taken) {
  return { id, retryCount };
}
