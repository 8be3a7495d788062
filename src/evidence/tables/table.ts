/**
 * Reading tables of others, piece by piece: the head names the columns, wherever they stand; a row that can't be read is
 * counted by its reason and left out. Lines without a quote are split at the delimiter, so csv-parse sees only the others.
 */
import { CsvError, parse } from "csv-parse/sync";
import { isProblem, Problem, visibleLine } from "../../problem/index.ts";
import { plural } from "../../render/index.ts";
import { blocksOf } from "./blocks.ts";
import { type Cells, type Leave, type RowPlace, rowProblem } from "./cells.ts";
import { type Head, type HeadKind, headOf } from "./head.ts";

/** A kind of table: its name, the columns that it must have, in small letters, and what a row makes of its cells. */
export interface TableKind<Row> extends HeadKind {
  /** Whether cells may stand in quotes. */
  readonly quotes: boolean;
  /** Whether a row may have more or fewer cells than the header, as long as none is missed. */
  readonly ragged?: true;
  /** Undefined for a row that is left out by {@link Cells.leave}. @throws Problem made by the cells: the row is left out */
  readonly row: (cells: Cells) => Row | undefined;
}

/** The rows that were left out for one reason: how many, and what is wrong with the first of them. */
export interface RefusedRows {
  readonly count: number;
  readonly first: Problem;
}

/** A whole table. */
export interface Table<Row> {
  readonly rows: readonly Row[];
  readonly refused: ReadonlyMap<string, RefusedRows>;
}

/** Reads a table that comes in pieces. */
export interface TableReader<Row> {
  /** The rows that are whole by now. */
  readonly add: (piece: string) => readonly Row[];
  /** The rows that are left, once the last piece has come. */
  readonly end: () => readonly Row[];
  /** Those that were left out so far, by reason. */
  readonly refused: ReadonlyMap<string, RefusedRows>;
}

/**
 * Reads a whole table from its text.
 *
 * @param file what it is called in problems
 * @throws Problem `no-table` when the text is empty, a column is missing or a quote is not closed
 */
export function readTable<Row>(kind: TableKind<Row>, text: string, file = "the table"): Table<Row> {
  const reader = tableReader(kind, file);
  const rows = [...reader.add(text), ...reader.end()];
  return { rows, refused: reader.refused };
}

/**
 * Reads a table piece by piece, in the memory of a piece.
 *
 * @param file what it is called in problems
 */
export function tableReader<Row>(kind: TableKind<Row>, file = "the table"): TableReader<Row> {
  const shownFile = visibleLine(file);
  const blocks = blocksOf(shownFile, kind.quotes);
  const refused = new Map<string, RefusedRows>();
  let head: Head | undefined;
  let line = 1;

  const leave: Leave = (reason, problem) => {
    const before = refused.get(reason);
    refused.set(reason, { count: (before?.count ?? 0) + 1, first: before?.first ?? problem() });
  };

  const rowsIn = (block: string, isLast: boolean): readonly Row[] => {
    const fresh = head === undefined ? block.replace(/^\ufeff/, "").replace(/^(?:\s*\n)+/, skipBlank) : block;
    if (fresh.trim() === "" && head === undefined) return [];
    const isFirst = head === undefined;
    const currentHead = head ?? headOf(kind, fresh.slice(0, `${fresh}\n`.indexOf("\n")), shownFile, leave);
    head = currentHead;
    const rows: Row[] = [];
    const records = recordsOf(fresh, currentHead.delimiter, kind.quotes, shownFile, line);
    const isCut = isLast && !fresh.endsWith("\n");
    for (const [k, { fields, at }] of records.entries()) {
      if (isFirst && k === 0 && currentHead.isNamed) continue;
      try {
        const place = { file: shownFile, line: at, column: fields.length };
        const least = kind.ragged === true ? currentHead.least : currentHead.width;
        const most = kind.ragged === true ? Number.POSITIVE_INFINITY : currentHead.width;
        // Of the last row without its end, whatever is missing was cut off, and what is there may be cut.
        if (fields.length < currentHead.width && isCut && k === records.length - 1) throw cutOffProblem(place);
        if (fields.length < least || fields.length > most) throw widthProblem(place, currentHead.width);
        const row = kind.row(currentHead.cells.moveTo(fields, at));
        if (row !== undefined) rows.push(row);
      } catch (error) {
        if (!isProblem(error, "bad-row")) throw error;
        const { reason } = error.data as { readonly reason: string };
        leave(reason, () => error);
      }
    }
    line += linesIn(fresh);
    return rows;
  };
  const skipBlank = (blank: string): string => {
    line += linesIn(blank);
    return "";
  };

  return {
    add: (piece) => rowsIn(blocks.add(piece), false),
    end: () => {
      const rows = rowsIn(blocks.end(), true);
      if (head !== undefined) return rows;
      throw new Problem("no-table", `${shownFile} is empty.`, { expected: `Expected a table of ${kind.name}.` });
    },
    refused,
  };
}

/** Takes a table in pieces, and gives at the end what comes of its rows. */
export interface TableConsumer<Made> {
  readonly add: (piece: string) => void;
  /** @throws Problem when nothing can be made of what was read */
  readonly end: () => Made;
  readonly refused: ReadonlyMap<string, RefusedRows>;
}

/** Hands the rows of a table on as they come. */
export function passRows<Row, Made>(
  kind: TableKind<Row>,
  file: string,
  to: { readonly take: (rows: readonly Row[]) => void; readonly end: () => Made },
): TableConsumer<Made> {
  const reader = tableReader(kind, file);
  const end = (): Made => {
    to.take(reader.end());
    return to.end();
  };
  return { add: (piece) => to.take(reader.add(piece)), end, refused: reader.refused };
}

/** Keeps all rows of a table, which is small, until it is whole. */
export function keepRows<Row, Made>(
  kind: TableKind<Row>,
  file: string,
  finish: (rows: readonly Row[]) => Made,
): TableConsumer<Made> {
  const all: Row[] = [];
  const take = (rows: readonly Row[]): void => {
    for (const row of rows) all.push(row);
  };
  return passRows(kind, file, { take, end: () => finish(all) });
}

/** How many rows were left out, by reason, each with the first of them. */
export function refusedLines(refused: ReadonlyMap<string, RefusedRows>): readonly string[] {
  return [...refused].map(
    ([reason, { count, first }]) => `Left out ${plural(count, "row")}: ${reason}. The first: ${first.message}`,
  );
}

/** The fields of a row, and the line on which it begins. */
interface Record {
  readonly fields: readonly string[];
  readonly at: number;
}

function recordsOf(block: string, delimiter: string, quotes: boolean, file: string, line: number): readonly Record[] {
  if (!quotes || !block.includes('"')) {
    return block.split("\n").flatMap((written, k) => {
      const text = written.endsWith("\r") ? written.slice(0, -1) : written;
      return text.trim() === "" ? [] : [{ fields: text.split(delimiter), at: line + k }];
    });
  }
  const records: Record[] = [];
  let at = line;
  try {
    parse(block, {
      delimiter,
      record_delimiter: ["\r\n", "\n"],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: (fields: string[], { lines }: { readonly lines: number }) => {
        records.push({ fields, at });
        at = line + lines;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Problem("no-table", `${file}, from line ${at} on, can't be read: ${visibleLine(error.message)}.`);
  }
  return records;
}

function cutOffProblem(place: RowPlace): Problem {
  return rowProblem("cut off within a row", place, "the file ends within this row: it was cut off.");
}

function widthProblem(place: RowPlace, width: number): Problem {
  const reason = "another number of cells than of columns";
  return rowProblem(reason, place, `the row has ${place.column} cells where the header has ${width}.`);
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
