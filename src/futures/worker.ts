/** The worker: what a thread of the pool runs. It is given its job when it starts, and then chunk after chunk. */
import { workerData } from "piscina";
import type { Chunk } from "./sweep/plan.ts";
import { type Job, pairWork, reportWork, sweepWork } from "./work.ts";

const job: Job = workerData;
const work = workOf(job);

function workOf(one: Job): (chunk: Chunk) => Promise<unknown> {
  if (one.kind === "report") return reportWork(one);
  return one.kind === "pair" ? pairWork(one) : sweepWork(one);
}

/** Does a chunk of the job. */
export default function run(chunk: Chunk): Promise<unknown> {
  return work(chunk);
}
