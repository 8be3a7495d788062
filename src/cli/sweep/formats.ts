/** Formats: the table of a sweep as CSV, JSON lines or Parquet, read row by row and written. */
import { closeSync, createReadStream, fsyncSync, openSync, renameSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Manifest } from "../../crisis/data/sweep-manifest.ts";
import type { Cells } from "../../futures/index.ts";
import { optional } from "../../problem/index.ts";
import { besideOf } from "../write.ts";

/** A format. */
export type Format = Manifest["format"];

/** Rows of a Parquet file that are held in memory at once. */
const GROUP = 50_000;

/** What reads and writes Parquet. */
async function parquet() {
  const load = () => Promise.all([import("hyparquet"), import("hyparquet-writer")]);
  const [reader, writer] = await optional(load, "A table as Parquet", ["hyparquet", "hyparquet-writer"]);
  return { reader, writer };
}

/**
 * Sees to it that a format can be written, before the work that ends in it.
 *
 * @throws Problem `not-installed`
 */
export async function readyFor(format: Format): Promise<void> {
  if (format === "parquet") await parquet();
}

/** The rows of a table, one after another. */
export async function* readTable(path: string, format: Format): AsyncGenerator<Cells> {
  if (format === "parquet") yield* readParquet(path);
  else if (format === "csv") {
    const { parse } = await import("csv-parse");
    yield* createReadStream(path).pipe(parse({ columns: true }));
  } else {
    for await (const line of createInterface({ input: createReadStream(path) })) yield JSON.parse(line);
  }
}

async function* readParquet(path: string): AsyncGenerator<Cells> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } = (await parquet()).reader;
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const rows = Number(metadata.num_rows);
  for (let rowStart = 0; rowStart < rows; rowStart += GROUP) {
    yield* await parquetReadObjects({ file, metadata, rowStart, rowEnd: Math.min(rows, rowStart + GROUP) });
  }
}

/**
 * Writes a table as Parquet: beside its place, which it takes when it is whole and on the disk.
 *
 * @param texts the columns that hold texts; the others hold numbers
 */
export async function writeParquet(
  path: string,
  rows: AsyncIterable<Cells>,
  columns: readonly string[],
  texts: ReadonlySet<string>,
): Promise<void> {
  const { fileWriter, ParquetWriter } = (await parquet()).writer;
  const beside = besideOf(path);
  const writer = new ParquetWriter({
    writer: fileWriter(beside),
    schema: [
      { name: "root", num_children: columns.length },
      ...columns.map((name) =>
        texts.has(name)
          ? ({ name, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "OPTIONAL" } as const)
          : ({ name, type: "DOUBLE", repetition_type: "OPTIONAL" } as const),
      ),
    ],
  });
  const flush = async (group: readonly Cells[]): Promise<void> => {
    if (group.length === 0) return;
    await writer.write({
      columnData: columns.map((name) => ({ name, data: group.map((row) => row[name] ?? null) })),
      rowGroupSize: GROUP,
    });
  };
  let group: Cells[] = [];
  for await (const row of rows) {
    group.push(row);
    if (group.length < GROUP) continue;
    await flush(group);
    group = [];
  }
  await flush(group);
  await writer.finish();
  const file = openSync(beside, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
}
