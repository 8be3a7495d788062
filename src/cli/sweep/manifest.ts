/** The manifest in the folder of a sweep: read, written, and compared with another. */

import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Manifest, manifestDocument } from "../../crisis/data/sweep-manifest.ts";
import { decoded, Problem, visibleLine } from "../../problem/index.ts";
import { json } from "../../render/index.ts";
import { besideOf, writeOver } from "../write.ts";

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
    const read = manifestDocument.safeParse(JSON.parse(decoded(readFileSync(path)).trim()));
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
