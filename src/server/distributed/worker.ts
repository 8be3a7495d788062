/** A worker: takes shards from the queue, computes them, and lands them, until it is stopped or nothing is left. */
import { hostname } from "node:os";
import type { JobWithMetadata } from "pg-boss";
import { visibleLine } from "../../problem/index.ts";
import { inEnglish } from "../../schema/index.ts";
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
  /** Aborted a while after the worker was stopped, so that finished shards can still land. */
  readonly late: AbortSignal;
  /** Sends a request to the server, again and again until it can be reached or `late` is aborted. */
  readonly ask: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly counts: { -readonly [Key in keyof WorkerResult]: WorkerResult[Key] };
}

type TakenJob = Pick<JobWithMetadata<unknown>, "id" | "retryCount" | "data" | "heartbeatSeconds">;

export async function runWorker(connection: Connection, options: WorkerOptions): Promise<WorkerResult> {
  const { workers, model, signal } = options;
  const { late, release } = delayedSignal(signal);
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

/** Milliseconds for shards under way once the worker is stopped; those that take longer are given back. */
const GRACE_PERIOD = 5000;

/** A signal that is aborted a while after another. */
function delayedSignal(signal: AbortSignal): { readonly late: AbortSignal; readonly release: () => void } {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const begin = (): void => {
    timer = setTimeout(() => late.abort(), GRACE_PERIOD);
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

async function carryOut(worker: Worker, taken: TakenJob): Promise<void> {
  const { connection, queue, counts, late, ask } = worker;
  const read = jobSchema.safeParse(taken.data, inEnglish);
  if (!read.success) {
    const [first] = read.error.issues;
    return refuse(worker, taken, `${first?.path.join(".") || "it"}: ${first?.message ?? ""}`);
  }
  const job = read.data;
  const stopHeartbeat = startHeartbeat(worker, taken);
  try {
    await workOut(worker, job, taken);
  } catch (error) {
    if (late.aborted) return;
    counts.failed += 1;
    const message = reasonOf(error);
    connection.say(`Shard ${job.shard} of sweep ${shortId(job.sweep)} failed: ${visibleLine(message)}.`);
    await ask(() => connection.boss.fail(queue, attempt(taken), { message }));
  } finally {
    stopHeartbeat();
  }
}

async function workOut(worker: Worker, job: ShardJob, taken: TakenJob): Promise<void> {
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

async function refuse({ connection, queue, counts, ask }: Worker, taken: TakenJob, why: string): Promise<void> {
  counts.refused += 1;
  connection.say(`A job in the queue asks for nothing that there is, and was put aside: ${visibleLine(why)}`);
  await ask(() => connection.boss.cancel(queue, attempt(taken)));
}

async function giveBack({ connection: { boss }, queue, ask }: Worker, taken: TakenJob): Promise<void> {
  await ask(async () => {
    await boss.cancel(queue, attempt(taken));
    await boss.resume(queue, taken.id);
  });
}

/** Heartbeats that a worker sends in the time in which the queue expects one. */
const HEARTBEATS = 4;

/** Tells the queue regularly that a shard is being worked on. Returns a function that ends this. */
function startHeartbeat({ connection: { boss }, queue }: Worker, taken: TakenJob): () => void {
  const { heartbeatSeconds } = taken;
  if (heartbeatSeconds === null) return () => undefined;
  const beat = (): void => void boss.touch(queue, attempt(taken)).catch(() => undefined);
  const timer = setInterval(beat, (heartbeatSeconds * 1000) / HEARTBEATS);
  return () => clearInterval(timer);
}

/** Identifies a try of a job, so that an old try can't end a later one. */
function attempt({ id, retryCount }: TakenJob) {
  return { id, retryCount };
}
