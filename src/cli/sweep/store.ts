/** The store of a sweep: a folder with its table and manifest, to which rows are added until it is complete. */

import { closeSync, existsSync, fsyncSync, lstatSync, openSync, readSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "../../crisis/data/sweep-manifest.ts";
import { type Cells, type TableWords, wrongTable } from "../../futures/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { badOption } from "../command.ts";
import { isSystemError } from "../system-error.ts";
import { withoutWarnings } from "../without-warnings.ts";
import { folderError, makeFolder } from "../write.ts";
import { writeWhole } from "../write-whole.ts";
import { requireFormat, tableFile, wholeLines, writeParquet } from "./formats.ts";
import { disagreements, readManifest, remakeAdvice, writeManifest } from "./manifest.ts";

/** Where a sweep is kept. */
export interface Store {
  /** The rows that are there already. */
  readonly rows: () => AsyncIterable<Cells>;
  /** What messages call them. */
  readonly words: TableWords;
  /** The number of these rows. */
  readonly done: number;
  /** Adds rows as text. Throws a Problem `stopped` when nothing more can be written; rows already added stay. */
  readonly append: (text: string) => void;
  /** Marks the table as complete; turns it into Parquet if asked for. */
  readonly finish: () => Promise<void>;
  /** Leaves it as it is, to be resumed; does nothing if it was finished. */
  readonly close: () => void;
}

/**
 * Opens the folder of a sweep: a new one, or one in which the same sweep was begun. Until it is finished or closed, no
 * other process can open it; a complete sweep is only read.
 *
 * @param head the first line of the table, if it has one
 * @param texts the columns that hold texts
 * @throws Problem when it can't be written into, is locked by another process, or holds something else; or
 *   when a package for its format is not installed
 */
export async function openStore(
  folder: string,
  manifest: Manifest,
  head: string,
  texts: ReadonlySet<string>,
): Promise<Store> {
  await requireFormat(manifest.format);
  makeFolder(folder);
  const whole = openComplete(folder, manifest);
  if (whole !== undefined) return whole;
  const release = holdFolder(folder);
  try {
    // The process that held the lock before may have finished it.
    return openComplete(folder, manifest) ?? (await openIncomplete(folder, manifest, head, { texts, release }));
  } catch (error) {
    release();
    throw error;
  }
}

function beginsWith(path: string, head: string): boolean {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(Buffer.byteLength(head));
    return readSync(file, bytes) === bytes.length && bytes.toString() === head;
  } finally {
    closeSync(file);
  }
}

/** The sweep in a folder, if it is complete. */
function openComplete(folder: string, manifest: Manifest): Store | undefined {
  const previous = readManifest(folder);
  if (previous !== undefined) checkSameSweep(folder, previous, manifest);
  if (previous?.status !== "complete") return undefined;
  const table = join(folder, manifest.table);
  if (existsSync(table)) return completeStore(folder, table, manifest);
  throw new Problem("no-such-file", `${visibleLine(table)} is gone, though the manifest says it is whole.`, {
    expected: remakeAdvice(folder, manifest),
  });
}

/** The sweep in a locked folder, not yet complete. */
async function openIncomplete(
  folder: string,
  manifest: Manifest,
  head: string,
  { texts, release }: { readonly texts: ReadonlySet<string>; readonly release: () => void },
): Promise<Store> {
  const table = join(folder, manifest.table);
  // Rows can't be added to Parquet: they are collected as JSON lines first.
  const lines = manifest.format === "parquet" ? join(folder, "runs.jsonl") : table;
  if (readManifest(folder) === undefined) refuseForeignTable(lines);
  const there = existsSync(lines) ? await wholeLines(lines) : { count: 0, bytes: 0 };
  if (head !== "" && there.count > 0 && !beginsWith(lines, head)) {
    const { words } = tableFile(lines, "csv", remakeAdvice(folder, manifest));
    throw wrongTable(
      words,
      0,
      `expected the columns ${manifest.columns.map(visibleLine).join(", ")}, as they were written.`,
    );
  }
  const headed = head !== "" && there.count > 0 ? 1 : 0;
  const file = writeInto(folder, () => {
    writeManifest(folder, { ...manifest, status: "incomplete" });
    if (existsSync(lines)) truncateSync(lines, there.bytes);
    const opened = openSync(lines, "a");
    if (there.count === 0) writeWhole(opened, Buffer.from(head));
    return opened;
  });
  const format = manifest.format === "csv" ? "csv" : "jsonl";
  const { rows, words } = tableFile(lines, format, remakeAdvice(folder, manifest));
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    try {
      closeSync(file);
    } finally {
      release();
    }
  };
  return {
    rows,
    words,
    done: Math.min(manifest.rows, there.count - headed),
    append: (text) => {
      try {
        writeWhole(file, Buffer.from(text));
      } catch (error) {
        throw writeError(error, lines);
      }
    },
    finish: async () => {
      try {
        fsyncSync(file);
        if (manifest.format === "parquet") {
          await writeParquet(table, rows(), manifest.columns, texts);
        }
        writeManifest(folder, { ...manifest, status: "complete" });
        if (manifest.format === "parquet") rmSync(lines);
      } catch (error) {
        throw writeError(error, table);
      } finally {
        close();
      }
    },
    close,
  };
}

function writeInto<Result>(folder: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw folderError(folder, error);
  }
}

function checkSameSweep(folder: string, there: Manifest, here: Manifest): void {
  const differing = disagreements(there, here);
  if (differing.length === 0) return;
  throw badOption(
    `${visibleLine(folder)} holds another sweep, which this command can't resume:\n${differing.map((one) => `  ${visibleLine(one)}`).join("\n")}\nName another folder with --out, or run that sweep again: ${visibleLine(there.command)}`,
  );
}

/** A table without a manifest is not ours: neither it nor the target of a link is overwritten. */
function refuseForeignTable(table: string): void {
  if (lstatSync(table, { throwIfNoEntry: false }) === undefined) return;
  throw badOption(
    `${visibleLine(table)} is there already, and no manifest says what it is. Name another folder with --out.`,
  );
}

function completeStore(folder: string, table: string, manifest: Manifest): Store {
  return {
    ...tableFile(table, manifest.format, remakeAdvice(folder, manifest)),
    done: manifest.rows,
    append: () => undefined,
    finish: async () => undefined,
    close: () => undefined,
  };
}

function writeError(error: unknown, path: string): unknown {
  if (!isSystemError(error)) return error;
  const full = error.code === "ENOSPC" || error.code === "EDQUOT";
  return new Problem(
    "stopped",
    full
      ? `The disk is full: ${visibleLine(path)} can't grow.`
      : `${visibleLine(path)} can't be written: ${visibleLine(error.message)}.`,
  );
}

/** The file that locks a folder. It is empty, and stays. */
const LOCK_FILE = ".hold";

/**
 * Locks a folder until it is released or the process ends in any way: SQLite uses a lock of the system, so that a killed
 * process leaves none behind.
 *
 * @returns releases it
 * @throws Problem when another process holds the lock, or the folder can't be written into
 */
function holdFolder(folder: string): () => void {
  try {
    return withoutWarnings(() => {
      const { DatabaseSync } = process.getBuiltinModule("node:sqlite");
      const lock = new DatabaseSync(join(folder, LOCK_FILE), { timeout: 0, allowExtension: false });
      try {
        lock.exec("BEGIN EXCLUSIVE");
      } catch (error) {
        lock.close();
        throw error;
      }
      return () => lock.close();
    });
  } catch (error) {
    if (!(error instanceof Error && "errcode" in error && typeof error.errcode === "number")) throw error;
    const shown = visibleLine(folder);
    const isHeld = (error.errcode & 0xff) === 5;
    throw badOption(
      isHeld
        ? `Another sweep is at work in ${shown}. Wait until it has ended, and the same command goes on with it; or name another folder with --out.`
        : `${shown} can't be written into: ${visibleLine(error.message)}.`,
    );
  }
}
