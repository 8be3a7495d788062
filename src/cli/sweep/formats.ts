/** Formats: the table of a sweep as CSV, JSON lines or Parquet, read row by row and written. */
import { closeSync, createReadStream, fsyncSync, openSync, renameSync, statSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Manifest } from "../../crisis/data/sweep-manifest.ts";
import { type Cells, type TableWords, wrongTable } from "../../futures/index.ts";
import { optional, visibleLine } from "../../problem/index.ts";
import { draftPath } from "../write.ts";

export type Format = Manifest["format"];

/** Rows of a Parquet file in memory at a time. */
const GROUP_ROWS = 50_000;

async function parquet() {
  const load = () => Promise.all([import("hyparquet"), import("hyparquet-writer")]);
  const [reader, writer] = await optional(load, "A table as Parquet", ["hyparquet", "hyparquet-writer"]);
  return { reader, writer };
}

/** Checks, before the work begins, that a format can be written. @throws Problem `not-installed` */
export async function requireFormat(format: Format): Promise<void> {
  if (format === "parquet") await parquet();
}

export interface TableFile {
  readonly words: TableWords;
  /** Its rows, one after another. Throws a Problem `changed-sweep` if the file is cut off or has another format. */
  readonly rows: () => AsyncGenerator<Cells>;
}

/** Maximum bytes in a line of a table; we write no longer one. */
const MAX_LINE_BYTES = 1 << 20;

/**
 * The table in a file.
 *
 * @param advice for error messages: how to solve the problem
 * @param growing whether the table may be still being written, so that its last line may be incomplete
 */
export function tableFile(path: string, format: Format, advice: string, growing = false): TableFile {
  const shown = visibleLine(path);
  const [unit, first] = format === "parquet" ? ["row", 0] : ["line", format === "csv" ? 1 : 0];
  const words = { placeOf: (row: number) => `${shown}, ${unit} ${row + first}`, advice };
  const rows = { csv: readCsv, jsonl: readLines, parquet: readParquet }[format];
  return { words, rows: () => rows(path, words, growing) };
}

async function* readCsv(path: string, words: TableWords, growing: boolean): AsyncGenerator<Cells> {
  const { parse, CsvError } = await import("csv-parse");
  const end = growing ? (await wholeLines(path)).bytes - 1 : Number.POSITIVE_INFINITY;
  if (end < 0) return;
  const parser = parse({ bom: true, columns: true, group_columns_by_name: true, max_record_size: MAX_LINE_BYTES });
  const input = createReadStream(path, { end });
  input.on("error", (error) => parser.destroy(error)).pipe(parser);
  try {
    for await (const cells of parser) yield cells;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const number = Number(error["lines"] ?? 1);
    throw wrongTable(
      words,
      number - 1,
      await reasonAt(path, number, `it can't be read: ${visibleLine(error.message)}.`),
    );
  } finally {
    input.destroy();
  }
}

async function* readLines(path: string, words: TableWords, growing: boolean): AsyncGenerator<Cells> {
  const whole = growing ? (await wholeLines(path)).count : Number.POSITIVE_INFINITY;
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (number > whole) return;
    yield await cellsOfLine(line, path, words, number);
  }
}

async function cellsOfLine(line: string, path: string, words: TableWords, number: number): Promise<Cells> {
  try {
    const cells: unknown = JSON.parse(number === 1 ? line.replace(/^\ufeff/, "") : line);
    if (typeof cells === "object" && cells !== null && !Array.isArray(cells)) return cells as Cells;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw wrongTable(words, number, await reasonAt(path, number, "it is no JSON object."));
}

/** What is wrong with a line: it was cut off if the file ends within it. */
async function reasonAt(path: string, number: number, otherwise: string): Promise<string> {
  const { count, bytes } = await wholeLines(path);
  const { size } = statSync(path);
  return number > count && size > bytes ? `the file ends within it, at byte ${size}: it was cut off.` : otherwise;
}

/** The complete lines of a file: their number and their bytes. */
export async function wholeLines(path: string): Promise<{ readonly count: number; readonly bytes: number }> {
  let [count, bytes, offset] = [0, 0, 0];
  for await (const chunk of createReadStream(path)) {
    const buffer: Buffer = chunk;
    for (let at = buffer.indexOf(10); at >= 0; at = buffer.indexOf(10, at + 1)) {
      count += 1;
      bytes = offset + at + 1;
    }
    offset += buffer.length;
  }
  return { count, bytes };
}

async function* readParquet(path: string, words: TableWords): AsyncGenerator<Cells> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } = (await parquet()).reader;
  const readable = async <Result>(row: number, action: () => Promise<Result>): Promise<Result> => {
    try {
      return await action();
    } catch (error) {
      const { size } = statSync(path);
      const why = `it can't be read, and the file ends at byte ${size}: it was cut off, or changed (${visibleLine(String(error))}).`;
      throw wrongTable(words, row, why);
    }
  };
  const file = await readable(1, async () => asyncBufferFromFile(path));
  const metadata = await readable(1, async () => parquetMetadataAsync(file));
  const rows = Number(metadata.num_rows);
  for (let rowStart = 0; rowStart < rows; rowStart += GROUP_ROWS) {
    const rowEnd = Math.min(rows, rowStart + GROUP_ROWS);
    yield* await readable(rowStart + 1, async () => parquetReadObjects({ file, metadata, rowStart, rowEnd }));
  }
}

/**
 * Writes a table as Parquet: first beside its place, then moved there when it is complete and on the disk.
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
  const beside = draftPath(path);
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
      rowGroupSize: GROUP_ROWS,
    });
  };
  let group: Cells[] = [];
  for await (const row of rows) {
    group.push(row);
    if (group.length < GROUP_ROWS) continue;
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
