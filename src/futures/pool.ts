/** The pool: futures on all cores. What is run, and how it is put together, does not depend on how many cores there are. */
import { isProblem, Problem, wholeArgument } from "../problem/index.ts";
import { addPairs, addReports, type Pairs, type Report, type Runs, requireRuns } from "./run.ts";
import { type Chunk, chunkCount, chunksOf } from "./sweep/plan.ts";
import { openThreads } from "./threads.ts";
import {
  type Job,
  type PairJob,
  pairWork,
  type ReportJob,
  reportWork,
  type SweepJob,
  type SweepResult,
  sweepWork,
  type Work,
} from "./work.ts";

/** How a job is run. */
export interface Pooling {
  /** Threads; as many as there are cores by default. A small job, and one for one thread, is done without any. */
  readonly workers?: number;
  /** Ends the job early: it is refused with a Problem `stopped`, whose cause is the signal's reason. */
  readonly signal?: AbortSignal;
  /** Gives what was run before the signal instead of refusing it, where anything was. */
  readonly partial?: boolean;
  /** Called after each chunk with the number of futures done. */
  readonly onDone?: (futures: number) => void;
}

/** The number of futures run in one go: about thirty milliseconds. */
const CHUNK_FUTURES = 10_000;

/** A job of at most this many chunks is over before a worker has started. */
const MAX_CHUNKS_WITHOUT_WORKERS = 12;

/** The number of chunks that wait for each worker, so that none is idle while results are taken. */
const CHUNKS_AHEAD = 2;

/**
 * Runs futures on all cores.
 *
 * @returns what `runFutures` would give
 * @throws Problem `bad-option` for a number out of range; `stopped` when the signal came
 */
export async function runPooled(
  job: Omit<ReportJob, "kind" | "seed" | "bound">,
  runs: Runs,
  pooling: Pooling = {},
): Promise<Report> {
  const whole: ReportJob = { ...job, kind: "report", ...luckOf(runs) };
  return addReports(await runChunks<Report>(whole, () => reportWork(whole), runs, pooling));
}

/**
 * Runs the futures of two setups under the same luck on all cores.
 *
 * @returns what `pairFutures` would give
 * @throws Problem `bad-option` for a number out of range; `stopped` when the signal came
 */
export async function pairPooled(
  job: Omit<PairJob, "kind" | "seed" | "bound">,
  runs: Runs,
  pooling: Pooling = {},
): Promise<Pairs> {
  const whole: PairJob = { ...job, kind: "pair", ...luckOf(runs) };
  return addPairs(await runChunks<Pairs>(whole, () => pairWork(whole), runs, pooling));
}

function luckOf({ seed, bound }: Runs): Pick<ReportJob, "seed" | "bound"> {
  return { seed, ...(bound === undefined ? {} : { bound }) };
}

/** The results of all chunks of some runs, in order; of none there is one, of no futures. */
async function runChunks<Result>(
  job: Job,
  local: () => Work<Result>,
  runs: Runs,
  pooling: Pooling,
): Promise<readonly Result[]> {
  requireRuns(runs);
  const { from = 0, futures } = runs;
  const chunks = Array.from({ length: Math.ceil(futures / CHUNK_FUTURES) }, (_, k) => ({
    start: from + k * CHUNK_FUTURES,
    end: from + Math.min(futures, (k + 1) * CHUNK_FUTURES),
  }));
  const results: Result[] = [];
  try {
    for await (const result of resultsInOrder<Result>(job, local, chunks, chunks.length, pooling)) {
      results.push(result);
      pooling.onDone?.(Math.min(futures, results.length * CHUNK_FUTURES));
    }
  } catch (error) {
    if (!isProblem(error, "stopped") || pooling.partial !== true || results.length === 0) throw error;
  }
  return results.length === 0 ? [await local()({ start: from, end: from })] : results;
}

/**
 * Runs a sweep on all cores, from a row on.
 *
 * @returns its rows, chunk after chunk, in their order
 * @throws Problem `stopped` when the signal came, after the chunks that were done by then
 */
export async function* sweepPooled(
  job: Omit<SweepJob, "kind">,
  from: number,
  pooling: Pooling = {},
): AsyncGenerator<SweepResult> {
  const whole: SweepJob = { ...job, kind: "sweep" };
  let done = from;
  const count = chunkCount(job.plan, from);
  for await (const result of resultsInOrder<SweepResult>(
    whole,
    () => sweepWork(whole),
    chunksOf(job.plan, from),
    count,
    pooling,
  )) {
    yield result;
    done += result.rows.length;
    pooling.onDone?.(done);
  }
}

/** Threads kept for all chunks of one sweep. */
export interface SweepPool {
  readonly work: Work<SweepResult>;
  readonly close: () => Promise<void>;
}

/** Opens threads for a sweep. With fewer than two workers there is no thread: the chunks are done here, with a pause between two for other work. */
export async function sweepPool(job: Omit<SweepJob, "kind">, workers: number): Promise<SweepPool> {
  const whole: SweepJob = { ...job, kind: "sweep" };
  return workers < 2 ? withoutWorkers(sweepWork(whole)) : openWorkers(whole, workers, () => sweepWork(whole));
}

/**
 * The results of chunks in the order of the chunks.
 *
 * @throws Problem `stopped` when the signal came before the last of them
 */
async function* resultsInOrder<Result>(
  job: Job,
  local: () => Work<Result>,
  chunks: Iterable<Chunk>,
  count: number,
  { workers = navigator.hardwareConcurrency, signal }: Pooling,
): AsyncGenerator<Result> {
  wholeArgument("workers", workers, 1);
  const pool =
    workers < 2 || count <= MAX_CHUNKS_WITHOUT_WORKERS
      ? withoutWorkers(local())
      : await openWorkers(job, workers, local);
  const waiting: Promise<Result>[] = [];
  const stoppedProblem = (): Problem => new Problem("stopped", "It was stopped.", { cause: signal?.reason });
  const aborted = new Promise<undefined>((resolve) => {
    signal?.addEventListener("abort", () => resolve(undefined), { once: true });
  });
  const next = async (): Promise<Result | undefined> => Promise.race([waiting.shift(), aborted]);
  try {
    for (const chunk of chunks) {
      if (signal?.aborted === true) throw stoppedProblem();
      const result = pool.work(chunk);
      // A failure reaches the code that awaits the result. If nothing awaits it any more, it may be ignored.
      result.catch(() => undefined);
      waiting.push(result);
      if (waiting.length < pool.ahead) continue;
      const done = await next();
      if (done === undefined) throw stoppedProblem();
      yield done;
    }
    while (waiting.length > 0) {
      const done = await next();
      if (done === undefined) throw stoppedProblem();
      yield done;
    }
  } finally {
    await pool.close();
  }
}

interface Workers<Result> {
  readonly work: Work<Result>;
  /** How many chunks are under way at once. */
  readonly ahead: number;
  readonly close: () => Promise<void>;
}

/** Does chunks here. Other work, such as a signal, has its turn between two chunks. */
function withoutWorkers<Result>(work: Work<Result>): Workers<Result> {
  return {
    work: async (chunk) => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      return work(chunk);
    },
    ahead: 1,
    close: async () => undefined,
  };
}

async function openWorkers<Result>(job: Job, workers: number, local: () => Work<Result>): Promise<Workers<Result>> {
  const threads = await openThreads<Result>(job, workers);
  return threads === undefined ? withoutWorkers(local()) : { ...threads, ahead: workers * CHUNKS_AHEAD };
}
