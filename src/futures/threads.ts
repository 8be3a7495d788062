/** Threads that do the chunks of a job. In a bundle for a browser `no-threads.ts` stands in the place of this file. */
import type { Chunk } from "./sweep/plan.ts";
import type { Job, Work } from "./work.ts";

export interface Threads<Result> {
  readonly work: Work<Result>;
  readonly close: () => Promise<void>;
}

export async function openThreads<Result>(job: Job, count: number): Promise<Threads<Result> | undefined> {
  const { Piscina } = await import("piscina");
  // Beside this file, whether a source, a module of the library or a bundle of the command line.
  const beside = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js";
  const pool = new Piscina<Chunk, Result>({
    filename: new URL(beside, import.meta.url).href,
    workerData: job,
    minThreads: count,
    maxThreads: count,
    concurrentTasksPerWorker: 1,
  });
  return { work: (chunk) => pool.run(chunk), close: () => pool.destroy() };
}
