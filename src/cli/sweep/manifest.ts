/** The manifest of a sweep: what its table is of, what it rests on, and the line that makes it again. */

import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { Problem, visibleLine } from "../../problem/index.ts";
import { json } from "../../render/index.ts";
import { assumption } from "../output/schema/assumption.ts";
import { basis } from "../output/schema/common.ts";
import { observed } from "../output/schema/sweep.ts";
import { besideOf, writeOver } from "../write.ts";
import { formats } from "./formats.ts";

/** `manifest.json` in the folder of a sweep. */
export const manifestDocument = z.strictObject({
  document: z.literal("demarche-sweep"),
  status: z.enum(["incomplete", "complete"]),
  ...basis.shape,
  from: z.string().optional().describe("Where the record was handed over, where it is not a what-if"),
  start: z.string().describe("The minute from which the doctrines decide, UTC"),
  horizon: z.string().describe("The last minute that is simulated, UTC"),
  length: z.number().int().describe("Minutes from the first event to the horizon"),
  seed: z.number().int(),
  futures: z.number().int().describe("Futures at each point"),
  points: z.number().int().describe("Points beside the central one, which is point 0"),
  design: z.enum(["lhs", "grid"]),
  rows: z.number().int().describe("Rows of the whole table"),
  table: z.string().describe("The file with the table"),
  format: z.enum(formats),
  columns: z.array(z.string()),
  over: z.array(z.string()).describe("The assumptions that are varied, in the order of their columns"),
  assumptions: z.array(assumption),
  outcomes: z.record(z.string(), observed),
  command: z.string(),
});

/** A manifest. */
export type Manifest = z.infer<typeof manifestDocument>;

const NAME = "manifest.json";

/**
 * Reads the manifest of a folder.
 *
 * @returns undefined when there is none
 * @throws Problem when it can't be read, or is no manifest of a sweep
 */
export function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, NAME);
  if (!existsSync(path)) return undefined;
  try {
    const read = manifestDocument.safeParse(JSON.parse(readFileSync(path, "utf8")));
    if (read.success) return read.data;
    const [first] = read.error.issues;
    throw new Problem(
      "unreadable",
      `${visibleLine(path)} is no manifest of a sweep: ${first?.path.join(".") ?? ""}: ${first?.message ?? ""}.`,
    );
  } catch (error) {
    if (error instanceof Problem || !(error instanceof Error)) throw error;
    throw new Problem("unreadable", `${visibleLine(path)} can't be read: ${visibleLine(error.message)}.`);
  }
}

/** Writes the manifest of a folder that is held: whole or not at all. What a process that was killed left is no hindrance. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const path = join(folder, NAME);
  rmSync(besideOf(path), { force: true });
  writeOver(path, `${json(manifest, 2)}\n`);
}

/** What two manifests do not agree on, in words; empty when the one can go on with what the other began. */
export function disagreements(there: Manifest, here: Manifest): readonly string[] {
  const ignored = new Set(["status", "command"]);
  const keys = Object.keys(manifestDocument.shape).filter((key) => !ignored.has(key)) as (keyof Manifest)[];
  return keys
    .filter((key) => JSON.stringify(there[key]) !== JSON.stringify(here[key]))
    .map((key) => {
      const [one, other] = [JSON.stringify(there[key]), JSON.stringify(here[key])];
      return (one ?? "").length + (other ?? "").length > 160
        ? `${key} differ`
        : `${key}: ${one ?? "none"} there, ${other ?? "none"} now`;
    });
}
