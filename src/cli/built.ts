/** Built files: written unless they are up to date, or somebody has changed them. */
import { lstatSync, readFileSync, rmSync } from "node:fs";
import { isAsBuilt } from "../page/index.ts";
import { Problem, visibleLine } from "../problem/index.ts";
import { isSystemError } from "./system-error.ts";
import { hashOf, writeNew, writeOver } from "./write.ts";

export type Became = "written" | "unchanged" | "renewed" | typeof CHANGED | typeof LINK;

const CHANGED = "kept, since it was changed by hand after it was built";
const LINK = "kept, since it is a link";

/** Whether nothing was written, so that no work is lost. */
export function isKept(became: Became): boolean {
  return became === CHANGED || became === LINK;
}

/** Writes a file unless it is up to date, or was changed by hand. What a link leads to is never written. */
export function put(path: string, text: string | Uint8Array, force: boolean): Became {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there?.isSymbolicLink() === true) {
    if (!force) return LINK;
    rmSync(path);
  }
  if (there === undefined || there.isSymbolicLink()) {
    writeNew(path, text);
    return "written";
  }
  const before = bytesOf(path);
  if (before.equals(Buffer.from(text))) return "unchanged";
  if (!force && !isAsBuilt(before.toString("utf8"))) return CHANGED;
  writeOver(path, text, hashOf(before));
  return "renewed";
}

/** The same for a file that was asked for by name. @throws Problem when it is kept as it is */
export function putAsked(path: string, text: string | Uint8Array, force: boolean): Became {
  const became = put(path, text, force);
  if (!isKept(became)) return became;
  throw new Problem(
    "unwritable",
    `${visibleLine(path)}: ${became}. Give another name with --out, or --force to write over it.`,
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
