/** Work: what a worker is asked to do, once for all, and chunk by chunk. The same functions run without any worker. */
import { compile, type Setup } from "./model.ts";
import { type Pairs, pairFutures, type Report, type Runs, runFutures } from "./run.ts";
import { type Cell, cellsOf } from "./sweep/columns.ts";
import { type PackedRows, pack, unpack } from "./sweep/packed.ts";
import type { Chunk, Plan } from "./sweep/plan.ts";
import { createSweeper } from "./sweep/sweeper.ts";
import type { Observed } from "./watch.ts";

interface RunJob extends Pick<Runs, "seed" | "bound"> {
  readonly outcomes: Readonly<Record<string, Observed>>;
}

/** Futures of one setup, as reports. */
export interface ReportJob extends RunJob {
  readonly kind: "report";
  readonly setup: Setup;
}

/** Futures of two setups under the same luck. */
export interface PairJob extends RunJob {
  readonly kind: "pair";
  readonly one: Setup;
  readonly other: Setup;
}

/** A sweep, as rows. */
export interface SweepJob {
  readonly kind: "sweep";
  readonly plan: Plan;
  /** In which form the rows are written out beside; absent where they are only counted. */
  readonly format?: "csv" | "jsonl";
  /** The columns of what is written, in their order. */
  readonly columns?: readonly string[];
}

/** Any job: plain data that can be handed to a worker. */
export type Job = ReportJob | PairJob | SweepJob;

/** Rows of a sweep, and the same as text where that was asked for. */
export interface SweepResult {
  readonly rows: PackedRows;
  readonly text: string;
}

/** Does a chunk of a job. */
export type Work<Result> = (chunk: Chunk) => Promise<Result>;

export function reportWork({ setup, outcomes, ...luck }: ReportJob): Work<Report> {
  const model = compile(setup);
  return async (chunk) => runFutures(model, outcomes, runsIn(chunk, luck));
}

export function pairWork({ one, other, outcomes, ...luck }: PairJob): Work<Pairs> {
  const models = [compile(one), compile(other)] as const;
  return async (chunk) => pairFutures(...models, outcomes, runsIn(chunk, luck));
}

/** Runs from `start` up to, and not including, `end`. */
function runsIn({ start, end }: Chunk, luck: Pick<Runs, "seed" | "bound">): Runs {
  return { ...luck, from: start, futures: end - start };
}

export function sweepWork({ plan, format, columns = [] }: SweepJob): Work<SweepResult> {
  const sweeper = createSweeper(plan);
  const cells = cellsOf(plan);
  return async (chunk) => {
    const rows = sweeper(chunk);
    return {
      rows: pack(rows, chunk.start),
      text: format === undefined ? "" : await tableText(rows.map(cells), columns, format),
    };
  };
}

/** Rows that were worked out elsewhere, with their text, as the job's own work gives them. */
export async function sweepResult(rows: PackedRows, { plan, format, columns = [] }: SweepJob): Promise<SweepResult> {
  if (format === undefined) return { rows, text: "" };
  const cells = cellsOf(plan);
  return { rows, text: await tableText(Array.from(unpack(rows, plan), cells), columns, format) };
}

/** Rows of a table as lines, without a head. */
export async function tableText(
  rows: readonly (readonly Cell[])[],
  columns: readonly string[],
  format: "csv" | "jsonl",
): Promise<string> {
  if (format === "csv") return csvOf(rows);
  return rows
    .map((row) => `${JSON.stringify(Object.fromEntries(columns.map((column, k) => [column, row[k] ?? null])))}\n`)
    .join("");
}

/** Numbers and plain names are written as they are, which is quick; what has to be quoted is left to who knows how. */
async function csvOf(rows: readonly (readonly Cell[])[]): Promise<string> {
  const lines: string[] = [];
  for (const row of rows) {
    const plain = row.every((cell) => typeof cell !== "string" || PLAIN.test(cell));
    lines.push(plain ? `${row.join(",")}\n` : (await import("csv-stringify/sync")).stringify([[...row]]));
  }
  return lines.join("");
}

const PLAIN = /^[A-Za-z0-9.-]+$/;
