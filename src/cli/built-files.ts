/** Built files: written unless they are up to date or were changed by hand. */

import { lstatSync, readFileSync, rmSync } from "node:fs";
import { digest } from "../events/index.ts";
import { isAsBuilt } from "../page/index.ts";
import { Problem, visibleLine } from "../problem/index.ts";
import { isSystemError } from "./system-error.ts";
import { writeNew, writeOver } from "./write.ts";

export type WriteOutcome = "written" | "unchanged" | "renewed" | typeof KEPT_CHANGED | typeof KEPT_LINK;

const KEPT_CHANGED = "kept, since it was changed by hand after it was built";
const KEPT_LINK = "kept, since it is a link";

/** Whether nothing was written, so that no work is lost. */
export function isKept(outcome: WriteOutcome): boolean {
  return outcome === KEPT_CHANGED || outcome === KEPT_LINK;
}

/** Writes a file unless it is up to date or was changed by hand. The target of a link is never written. */
export function writeBuilt(path: string, text: string | Uint8Array, force: boolean): WriteOutcome {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there?.isSymbolicLink() === true) {
    if (!force) return KEPT_LINK;
    rmSync(path);
  }
  if (there === undefined || there.isSymbolicLink()) {
    writeNew(path, text);
    return "written";
  }
  const before = bytesOf(path);
  if (before.equals(Buffer.from(text))) return "unchanged";
  if (!force && !isAsBuilt(before.toString("utf8"))) return KEPT_CHANGED;
  writeOver(path, text, digest(before));
  return "renewed";
}

/** The same for a file that the user named. @throws Problem when it is kept as it is */
export function writeRequested(path: string, text: string | Uint8Array, force: boolean): WriteOutcome {
  const outcome = writeBuilt(path, text, force);
  if (!isKept(outcome)) return outcome;
  throw new Problem(
    "unwritable",
    `${visibleLine(path)}: ${outcome}. Give another name with --out, or --force to write over it.`,
  );
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Problem("unwritable", `${visibleLine(path)} can't be built anew: ${visibleLine(error.message)}.`);
  }
}
