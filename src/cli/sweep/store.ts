/** The store of a sweep: a folder with its table and its manifest, to which rows are added until it is whole. */
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Cells } from "../../futures/index.ts";
import { visibleLine } from "../../scenario/index.ts";
import { UsageError } from "../exit.ts";
import { readTable, writeParquet } from "./formats.ts";
import { disagreements, type Manifest, readManifest, writeManifest } from "./manifest.ts";
import { Stopped } from "./stopped.ts";

/** Where a sweep is kept. */
export interface Store {
  /** The rows that are there already. */
  readonly rows: () => AsyncIterable<Cells>;
  /** How many they are. */
  readonly done: number;
  /** Adds rows as text. Throws Stopped where nothing more can be written. */
  readonly append: (text: string) => void;
  /** Says that the table is whole; makes Parquet of it where that was asked for. */
  readonly finish: () => Promise<void>;
  /** Leaves it as it is, to be gone on with. */
  readonly close: () => void;
}

/**
 * Opens the folder of a sweep: a new one, or one in which the same sweep was begun.
 *
 * @param head the first line of the table, if it has one
 * @param texts the columns that hold texts
 * @throws UsageError when it can't be written into, or holds something else
 */
export async function openStore(
  folder: string,
  manifest: Manifest,
  head: string,
  texts: ReadonlySet<string>,
): Promise<Store> {
  makeFolder(folder);
  const begun = readManifest(folder);
  if (begun !== undefined) agree(folder, begun, manifest);
  const table = join(folder, manifest.table);
  if (begun?.status === "complete") {
    if (!existsSync(table))
      throw new UsageError(`${visibleLine(table)} is gone, though the manifest says it is whole.`);
    return complete(table, manifest);
  }
  // Parquet can't be added to: rows are collected as JSON lines first.
  const growing = manifest.format === "parquet" ? join(folder, "runs.jsonl") : table;
  if (begun === undefined) refuseStranger(growing);
  const lines = existsSync(growing) ? await wholeLines(growing) : { count: 0, bytes: 0 };
  const headed = head !== "" && lines.count > 0 ? 1 : 0;
  const file = attempt(folder, () => {
    writeManifest(folder, { ...manifest, status: "incomplete" });
    if (existsSync(growing)) truncateSync(growing, lines.bytes);
    return openSync(growing, "a");
  });
  const append = (text: string): void => writeAll(file, text, growing);
  if (lines.count === 0 && head !== "") append(head);
  const format = manifest.format === "csv" ? "csv" : "jsonl";
  return {
    rows: () => readTable(growing, format),
    done: Math.min(manifest.rows, lines.count - headed),
    append,
    finish: async () => {
      closeSync(file);
      try {
        if (manifest.format === "parquet") {
          await writeParquet(table, readTable(growing, "jsonl"), manifest.columns, texts);
          rmSync(growing);
        }
        writeManifest(folder, { ...manifest, status: "complete" });
      } catch (error) {
        throw stopped(error, table);
      }
    },
    close: () => closeSync(file),
  };
}

/** Makes a folder and those above it, one by one: Node's recursive mkdir never ends where nothing can be made (/proc). */
function makeFolder(path: string): void {
  attempt(path, () => {
    if (existsSync(path)) {
      if (!statSync(path).isDirectory()) throw new UsageError(`${visibleLine(path)} is no folder.`);
      return;
    }
    makeFolder(dirname(path));
    mkdirSync(path);
  });
}

function attempt<Result>(folder: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error && "code" in error)) throw error;
    throw new UsageError(`${visibleLine(folder)} can't be written into: ${visibleLine(error.message)}.`);
  }
}

function agree(folder: string, there: Manifest, here: Manifest): void {
  const differing = disagreements(there, here);
  if (differing.length === 0) return;
  throw new UsageError(
    `${visibleLine(folder)} holds another sweep, which this one can't go on with:\n${differing.map((one) => `  ${visibleLine(one)}`).join("\n")}\nName another folder with --out, or run that sweep again: ${visibleLine(there.command)}`,
  );
}

/** A table without a manifest is somebody else's: it is not overwritten. */
function refuseStranger(table: string): void {
  if (!existsSync(table)) return;
  throw new UsageError(
    `${visibleLine(table)} is there already, and no manifest says what it is. Name another folder with --out.`,
  );
}

function complete(table: string, { format, rows }: Manifest): Store {
  return {
    rows: () => readTable(table, format),
    done: rows,
    append: () => undefined,
    finish: async () => undefined,
    close: () => undefined,
  };
}

/** The whole lines of a file: how many, and how many bytes; what comes after was being written when it ended. */
async function wholeLines(path: string): Promise<{ readonly count: number; readonly bytes: number }> {
  let [count, bytes, seen] = [0, 0, 0];
  for await (const chunk of createReadStream(path)) {
    const buffer: Buffer = chunk;
    for (let at = buffer.indexOf(10); at >= 0; at = buffer.indexOf(10, at + 1)) {
      count += 1;
      bytes = seen + at + 1;
    }
    seen += buffer.length;
  }
  return { count, bytes };
}

/** Writes a text whole; a disk may take it in pieces before it takes no more. */
function writeAll(file: number, text: string, path: string): void {
  const bytes = Buffer.from(text);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  } catch (error) {
    throw stopped(error, path);
  }
}

function stopped(error: unknown, path: string): unknown {
  if (!(error instanceof Error && "code" in error)) return error;
  const full = error.code === "ENOSPC" || error.code === "EDQUOT";
  return new Stopped(
    full
      ? `The disk is full: ${visibleLine(path)} can't grow.`
      : `${visibleLine(path)} can't be written: ${visibleLine(error.message)}.`,
  );
}
