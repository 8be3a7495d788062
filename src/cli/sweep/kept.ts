/** A kept sweep: its table read again and counted, with how often a condition held at each point. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "../../crisis/data/sweep-manifest.ts";
import { type Cases, type Condition, casesOf, createSummary, rowsIn, type SweepSummary } from "../../futures/index.ts";
import type { Region } from "../../machine/index.ts";
import { addAt, Problem, visibleLine } from "../../problem/index.ts";
import type { Outcome } from "../../scenario/index.ts";
import { tableFile } from "./formats.ts";
import { makeAgain, readManifest } from "./manifest.ts";

/** A sweep that was kept. */
export interface Kept {
  readonly manifest: Manifest;
  readonly outcomes: Readonly<Record<string, Outcome>>;
}

/** What was counted in it. */
export interface Recounted {
  readonly summary: SweepSummary;
  /** The cases of any sums over the futures of each point. */
  readonly casesOf: (sums: Float64Array) => Cases;
  /** At each point: in how many futures the condition held. */
  readonly held: Float64Array;
}

/**
 * The sweep in a folder.
 *
 * @throws Problem when there is none
 */
export function keptIn(folder: string): Kept {
  const manifest = readManifest(folder);
  if (manifest === undefined) {
    const isScenario = /\.ya?ml$/.test(folder);
    throw new Problem(
      "no-such-sweep",
      `There is no sweep in ${visibleLine(folder)}: no manifest.json. Make one: demarche sweep ${isScenario ? visibleLine(folder) : "FILE"} --out ${isScenario ? "FOLDER" : visibleLine(folder)}`,
    );
  }
  return {
    manifest,
    outcomes: Object.fromEntries(Object.entries(manifest.outcomes).map(([name, one]) => [name, outcomeOf(one)])),
  };
}

/**
 * Reads its table once.
 *
 * @throws Problem when it is gone, or holds what is no row
 */
export async function recount(folder: string, { manifest, outcomes }: Kept, holds: Condition): Promise<Recounted> {
  const { over, points, length, status, format, futures, seed, rows } = manifest;
  const growing = status === "incomplete" && format === "parquet";
  const path = join(folder, growing ? "runs.jsonl" : manifest.table);
  if (!existsSync(path))
    throw new Problem("no-such-file", `${visibleLine(path)} is gone.`, { expected: makeAgain(folder, manifest) });
  const tabled = { outcomes, over: over.map((name) => ({ name })), futures, seed, rows };
  const values: number[][] = Array.from({ length: points + 1 }, () => over.map(() => Number.NaN));
  const summing = createSummary({ outcomes, values, length });
  const held = new Float64Array(values.length);
  const table = tableFile(path, growing ? "jsonl" : format, makeAgain(folder, manifest), status === "incomplete");
  for await (const row of rowsIn(tabled, table.rows(), table.words, status === "complete" ? rows : undefined)) {
    summing.add(row);
    if (row.status === "failed") continue;
    if (holds(row.values)) addAt(held, row.point, 1);
    values[row.point] = [...row.assumed];
  }
  const summary = summing.summary();
  return { summary, held, casesOf: (sums) => casesOf({ ...tabled, values }, summary.counted, sums) };
}

/** What an outcome's values mean; its pattern no longer matters, for its values are known. */
function outcomeOf({ kind, region }: Manifest["outcomes"][string]): Outcome {
  switch (kind) {
    case "final":
      return { kind, region: (region ?? "course") as Region };
    case "count":
      return { kind, what: "force" };
    case "peak":
      return { kind, of: "hostility" };
    default:
      return { kind, pattern: {} };
  }
}
