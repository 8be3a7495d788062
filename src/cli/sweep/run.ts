/** Running a sweep on the command line: kept in a folder where one is named, with progress, until it is whole or stopped. */
import { availableParallelism } from "node:os";
import { type RowSource, runSweep as run, type SweepEnd, type SweepStore } from "../../crisis/index.ts";
import { columnsOf, type Plan, sweepPooled, textOf } from "../../futures/index.ts";
import { nth } from "../../problem/index.ts";
import { statesOf } from "../../scenario/index.ts";
import { createProgress, processWatching } from "../progress.ts";
import { stoppable } from "../stoppable.ts";
import type { Prepared } from "./prepare.ts";
import { openStore } from "./store.ts";

/** Rows worked out on this machine, on several cores. */
export function locally(workers = availableParallelism()): RowSource {
  return (job, from, pooling) => sweepPooled(job, from, { workers, ...pooling });
}

/**
 * Runs a sweep, or the rest of one that was begun.
 *
 * @param out the folder in which it is kept; absent when it is only counted
 */
export async function runSweep({ plan, manifest }: Prepared, source: RowSource, out?: string): Promise<SweepEnd> {
  const format = manifest.format === "csv" ? "csv" : "jsonl";
  const columns = columnsOf(plan).all;
  const head = format === "csv" ? await textOf([columns], columns, "csv") : "";
  const opened = out === undefined ? undefined : await openStore(out, manifest, head, textColumns(plan));
  const store: SweepStore | undefined = opened && { ...opened, format, columns };
  const progress = createProgress(plan.rows, opened?.done ?? 0, "futures", processWatching());
  const { signal, release } = stoppable();
  try {
    return await run(plan, source, { signal, onDone: progress.update }, store);
  } finally {
    progress.clear();
    release();
    opened?.close();
  }
}

function textColumns(plan: Plan): ReadonlySet<string> {
  const { outcomes } = columnsOf(plan);
  const states = Object.values(plan.outcomes).flatMap((outcome, k) =>
    statesOf(outcome).length > 0 ? [nth(outcomes, k)] : [],
  );
  return new Set([...states, "status", "reason"]);
}
