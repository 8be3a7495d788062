/** The worker: what a thread of the pool runs. It is given its job when it starts, and then chunk after chunk. */
import { workerData } from "piscina";
import type { Chunk } from "./sweep/plan.ts";
import { type Job, pairWork, reportWork, sweepWork, type Work } from "./work.ts";

const job: Job = workerData;
const work: Work<unknown> =
  job.kind === "report" ? reportWork(job) : job.kind === "pair" ? pairWork(job) : sweepWork(job);

export default function run(chunk: Chunk): Promise<unknown> {
  return work(chunk);
}
