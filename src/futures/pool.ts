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
  /** Told after each chunk how many futures are done. */
  readonly onDone?: (futures: number) => void;
}

/** So many futures are run in one go: some thirty milliseconds. */
const CHUNK = 10_000;

/** A job of so few chunks is over before a worker has started. */
const FEW = 12;

/** So many chunks wait for each worker, so that none is idle while results are taken. */
const AHEAD = 2;

/**
 * Runs futures on all cores.
 *
 * @returns what `runFutures` would give
 * @throws Problem `bad-option` for a number that is none of them; `stopped` when the signal came
 */
export async function runPooled(
  job: Omit<ReportJob, "kind" | "seed" | "bound">,
  runs: Runs,
  pooling: Pooling = {},
): Promise<Report> {
  const whole: ReportJob = { ...job, kind: "report", ...luckOf(runs) };
  return addReports(await chunkwise<Report>(whole, () => reportWork(whole), runs, pooling));
}

/**
 * Runs the futures of two setups under the same luck on all cores.
 *
 * @returns what `pairFutures` would give
 * @throws Problem `bad-option` for a number that is none of them; `stopped` when the signal came
 */
export async function pairPooled(
  job: Omit<PairJob, "kind" | "seed" | "bound">,
  runs: Runs,
  pooling: Pooling = {},
): Promise<Pairs> {
  const whole: PairJob = { ...job, kind: "pair", ...luckOf(runs) };
  return addPairs(await chunkwise<Pairs>(whole, () => pairWork(whole), runs, pooling));
}

function luckOf({ seed, bound }: Runs): Pick<ReportJob, "seed" | "bound"> {
  return { seed, ...(bound === undefined ? {} : { bound }) };
}

/** The results of all chunks of some runs, in order; of none there is one, of no futures. */
async function chunkwise<Result>(
  job: Job,
  local: () => Work<Result>,
  runs: Runs,
  pooling: Pooling,
): Promise<readonly Result[]> {
  requireRuns(runs);
  const { from = 0, futures } = runs;
  const chunks = Array.from({ length: Math.ceil(futures / CHUNK) }, (_, k) => ({
    start: from + k * CHUNK,
    end: from + Math.min(futures, (k + 1) * CHUNK),
  }));
  const results: Result[] = [];
  try {
    for await (const result of inOrder<Result>(job, local, chunks, chunks.length, pooling)) {
      results.push(result);
      pooling.onDone?.(Math.min(futures, results.length * CHUNK));
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
  for await (const result of inOrder<SweepResult>(
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

/** Threads that are kept for the chunks of one sweep, whoever asks for which. */
export interface SweepPool {
  readonly work: Work<SweepResult>;
  readonly close: () => Promise<void>;
}

/** Opens threads for a sweep. For one alone there is none: its chunks are done here, and all else has its turn between. */
export async function sweepPool(job: Omit<SweepJob, "kind">, workers: number): Promise<SweepPool> {
  const whole: SweepJob = { ...job, kind: "sweep" };
  return workers < 2 ? withoutWorkers(sweepWork(whole)) : withWorkers(whole, workers, () => sweepWork(whole));
}

/**
 * The results of chunks in the order of the chunks.
 *
 * @throws Problem `stopped` when the signal came before the last of them
 */
async function* inOrder<Result>(
  job: Job,
  local: () => Work<Result>,
  chunks: Iterable<Chunk>,
  count: number,
  { workers = navigator.hardwareConcurrency, signal }: Pooling,
): AsyncGenerator<Result> {
  wholeArgument("workers", workers, 1);
  const pool = workers < 2 || count <= FEW ? withoutWorkers(local()) : await withWorkers(job, workers, local);
  const waiting: Promise<Result>[] = [];
  const stopped = (): Problem => new Problem("stopped", "It was stopped.", { cause: signal?.reason });
  const ended = new Promise<undefined>((resolve) => {
    signal?.addEventListener("abort", () => resolve(undefined), { once: true });
  });
  const next = async (): Promise<Result | undefined> => Promise.race([waiting.shift(), ended]);
  try {
    for (const chunk of chunks) {
      if (signal?.aborted === true) throw stopped();
      const result = pool.work(chunk);
      // Whoever waits for it hears of a failure; if nobody does any more, nobody needs to.
      result.catch(() => undefined);
      waiting.push(result);
      if (waiting.length < pool.ahead) continue;
      const done = await next();
      if (done === undefined) throw stopped();
      yield done;
    }
    while (waiting.length > 0) {
      const done = await next();
      if (done === undefined) throw stopped();
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

/** Between two chunks everything else has its turn, such as a signal. */
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

async function withWorkers<Result>(job: Job, workers: number, local: () => Work<Result>): Promise<Workers<Result>> {
  const threads = await openThreads<Result>(job, workers);
  return threads === undefined ? withoutWorkers(local()) : { ...threads, ahead: workers * AHEAD };
}
