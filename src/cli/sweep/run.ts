/** Running a sweep: rows counted and kept as they come, until all are there, somebody stops it, or the disk is full. */
import { availableParallelism } from "node:os";
import {
  columnsOf,
  createSummary,
  lengthOf,
  type Plan,
  rowReader,
  type Summing,
  type SweepJob,
  type SweepResult,
  type SweepSummary,
  statesOf,
  sweepPooled,
  textOf,
  unpack,
} from "../../futures/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { createProgress, processWatching } from "../progress.ts";
import { stoppable } from "../stoppable.ts";
import type { Prepared } from "./prepare.ts";
import { isStopped } from "./stopped.ts";
import { openStore, type Store } from "./store.ts";

/** How a sweep ended. */
export interface Ended {
  readonly summary: SweepSummary;
  /** Rows that were there already. */
  readonly before: number;
  /** Why it ended before its end; absent when it did not. */
  readonly stopped?: string;
}

/** Whence the rows of a job come, from a row on: the cores of this machine, or wherever they are worked out. */
export type Source = (
  job: SweepJob,
  from: number,
  pooling: { readonly signal: AbortSignal; readonly onDone: (futures: number) => void },
) => AsyncIterable<SweepResult>;

/** Rows worked out on this machine, on so many cores. */
export function locally(workers = availableParallelism()): Source {
  return (job, from, pooling) => sweepPooled(job, from, { workers, ...pooling });
}

/**
 * Runs a sweep, or the rest of one that was begun.
 *
 * @param out the folder in which it is kept; absent when it is only counted
 */
export async function runSweep({ plan, manifest }: Prepared, source: Source, out?: string): Promise<Ended> {
  const columns = columnsOf(plan);
  const head = linesOf(manifest) === "csv" ? await textOf([columns.all], columns.all, "csv") : "";
  const store = out === undefined ? undefined : await openStore(out, manifest, head, textColumns(plan));
  try {
    return await filled({ plan, manifest }, source, store, out ?? "");
  } finally {
    store?.close();
  }
}

/** Adds what is missing, and counts all of it. */
async function filled(
  { plan, manifest }: Prepared,
  source: Source,
  store: Store | undefined,
  folder: string,
): Promise<Ended> {
  const summing = createSummary({ ...plan, length: lengthOf(plan.setup) });
  const before = store === undefined ? 0 : await countStored(store, plan, summing, folder);
  const written = store === undefined ? {} : ({ format: linesOf(manifest), columns: columnsOf(plan).all } as const);
  const job = { kind: "sweep", plan, ...written } as const;
  const progress = createProgress(plan.rows, before, "futures", processWatching());
  const stopping = stoppable();
  const pooling = { signal: stopping.signal, onDone: progress.update };
  try {
    for await (const { rows, text } of source(job, before, pooling)) {
      store?.append(text);
      for (const row of unpack(rows, plan)) summing.add(row);
    }
    progress.clear();
    const summary = summing.summary();
    if (summary.rows < plan.rows) return { summary, before, stopped: "It was stopped." };
    await store?.finish();
    return { summary, before };
  } catch (error) {
    progress.clear();
    if (isStopped(error)) return { summary: summing.summary(), before, stopped: error.message };
    throw error;
  } finally {
    stopping.release();
  }
}

/** The format in which rows are added. */
function linesOf({ format }: Prepared["manifest"]): "csv" | "jsonl" {
  return format === "csv" ? "csv" : "jsonl";
}

/** Adds the rows that are kept already, in their order. */
async function countStored(store: Store, plan: Plan, summing: Summing, folder: string): Promise<number> {
  if (store.done === 0) return 0;
  const read = rowReader(plan);
  let expected = 0;
  for await (const cells of store.rows()) {
    const row = read(cells);
    const right = row !== undefined && row.point * plan.futures + row.run === expected;
    if (!right) {
      throw new Problem(
        "bad-option",
        `Row ${expected + 1} of the table in ${visibleLine(folder)} is not the one that belongs there: it was changed. Name another folder with --out.`,
      );
    }
    summing.add(row);
    expected += 1;
  }
  return expected;
}

function textColumns(plan: Plan): ReadonlySet<string> {
  const { outcomes } = columnsOf(plan);
  const states = Object.values(plan.outcomes).flatMap((outcome, k) =>
    statesOf(outcome).length > 0 ? [outcomes[k] ?? ""] : [],
  );
  return new Set([...states, "status", "reason"]);
}
