/** The manifest in the folder of a sweep: read, written, and compared with another. */

import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Manifest, manifestDocument } from "../../crisis/data/sweep-manifest.ts";
import { columnsOf, MOST_POINTS, MOST_ROWS } from "../../futures/index.ts";
import { decode, Problem, visibleLine } from "../../problem/index.ts";
import { json } from "../../render/index.ts";
import { inEnglish } from "../../schema/index.ts";
import { draftPath, writeOver } from "../write.ts";

const MANIFEST_FILE = "manifest.json";

/**
 * Reads the manifest of a folder.
 *
 * @returns undefined when there is none
 * @throws Problem when it can't be read, or is no manifest of a sweep
 */
export function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, MANIFEST_FILE);
  if (!existsSync(path)) return undefined;
  try {
    const read = manifestDocument.safeParse(JSON.parse(decode(readFileSync(path)).trim()), inEnglish);
    const fault = read.success ? faultOf(read.data) : undefined;
    if (read.success && fault === undefined) return read.data;
    const first = fault ?? read.error?.issues[0];
    throw new Problem(
      "unreadable",
      `${visibleLine(path)} is no manifest of a sweep: ${first?.path.join(".") ?? ""}: ${first?.message ?? ""}.`,
    );
  } catch (error) {
    if (error instanceof Problem || !(error instanceof Error)) throw error;
    throw new Problem("unreadable", `${visibleLine(path)} can't be read: ${visibleLine(error.message)}.`);
  }
}

/** A value that no sweep of ours has. The table must be the file in the folder, whatever the manifest says. */
function faultOf(manifest: Manifest): { readonly path: readonly string[]; readonly message: string } | undefined {
  const { table, format, points, futures, rows, columns, over, outcomes } = manifest;
  const all = columnsOf({ over: over.map((name) => ({ name })), outcomes }).all;
  const must: readonly (readonly [key: string, holds: boolean, message: string])[] = [
    ["table", table === `runs.${format}`, `expected runs.${format}`],
    ["points", points >= 0 && points <= MOST_POINTS, `expected a number from 0 to ${MOST_POINTS}`],
    ["futures", futures >= 1, "expected a number from 1"],
    ["rows", rows === (points + 1) * futures && rows <= MOST_ROWS, "expected the futures of all points"],
    ["columns", JSON.stringify(columns) === JSON.stringify(all), `expected ${all.join(", ")}`],
  ];
  const [broken] = must.filter(([, holds]) => !holds);
  return broken && { path: [broken[0]], message: broken[2] };
}

/** What to do about a table that was changed after its sweep wrote it. */
export function remakeAdvice(folder: string, { command }: Pick<Manifest, "command">): string {
  return `The sweep did not write it like that. Remove the folder ${visibleLine(folder)}, and make the sweep again: ${visibleLine(command)}`;
}

/** Writes the manifest of a locked folder, completely or not at all. Removes what a killed process may have left. */
export function writeManifest(folder: string, manifest: Manifest): void {
  const path = join(folder, MANIFEST_FILE);
  rmSync(draftPath(path), { force: true });
  writeOver(path, `${json(manifest, 2)}\n`);
}

/** The differences between two manifests, in words; none if one sweep can resume the other. */
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
