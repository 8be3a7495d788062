/** The head of a table: what separates its cells, and which column stands where. */
import { parse } from "csv-parse/sync";
import { among, Problem, visibleLine } from "../../problem/index.ts";
import { cellsOf, type Leave, type MovedCells } from "./cells.ts";

/** What the first line says. */
export interface Head {
  readonly delimiter: string;
  readonly width: number;
  /** How many cells a row must have so that none is missed. */
  readonly least: number;
  /** Whether the first line names the columns, so that it is no row. */
  readonly isNamed: boolean;
  readonly cells: MovedCells;
}

export interface HeadKind {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns in order, by how many there are, where no line of the file names them. */
  readonly unnamed?: (width: number) => readonly string[] | undefined;
}

const DELIMITERS = ["\t", ",", ";", "|"] as const;

/**
 * Reads the head off the first line.
 *
 * @throws Problem `no-table` when a column is missing or there twice, with the nearest that is there
 */
export function headOf(kind: HeadKind, line: string, file: string, leave: Leave): Head {
  const { delimiter, names } = namesIn(line, kind.columns);
  const isNamed = kind.columns.some((column) => names.includes(column));
  const places = isNamed ? names : (kind.unnamed?.(names.length) ?? names);
  for (const column of kind.columns) {
    if (places.includes(column)) continue;
    const { suggestion, expected } = among(column, names, "Its columns are");
    throw new Problem("no-table", `${file} has no column ${column}, so it is no table of ${kind.name}.`, {
      suggestion,
      expected,
      place: { file, line: 1, column: 1 },
    });
  }
  const twice = kind.columns.find((column) => places.indexOf(column) !== places.lastIndexOf(column));
  if (twice !== undefined) {
    const column = places.lastIndexOf(twice) + 1;
    throw new Problem("no-table", `${file} has the column ${twice} twice.`, { place: { file, line: 1, column } });
  }
  const placeOf = new Map(places.map((name, k) => [name, k] as const));
  const least = Math.max(...kind.columns.map((column) => places.indexOf(column) + 1));
  return { delimiter, width: places.length, least, isNamed, cells: cellsOf(file, placeOf, leave) };
}

/** The names in a first line, split at the delimiter that finds most of the names looked for, or else most cells. */
export function namesIn(
  line: string,
  columns: readonly string[],
): { readonly delimiter: string; readonly names: readonly string[] } {
  const candidates = DELIMITERS.map((delimiter) => ({ delimiter, names: fieldsOf(line, delimiter).map(plain) }));
  const scoreOf = ({ names }: { readonly names: readonly string[] }): number =>
    columns.filter((column) => names.includes(column)).length * 1000 + names.length;
  return candidates.reduce((best, one) => (scoreOf(one) > scoreOf(best) ? one : best));
}

function fieldsOf(line: string, delimiter: string): readonly string[] {
  // A header whose quotes do not pair is split where it can be: its columns are missed by name.
  if ((line.split('"').length - 1) % 2 !== 0 || !line.includes('"')) return line.split(delimiter);
  const [fields = []]: string[][] = parse(line, { delimiter, relax_quotes: true, relax_column_count: true });
  return fields;
}

/** A name as it is looked for: without blanks and capitals. */
function plain(name: string): string {
  return visibleLine(name.trim().toLowerCase());
}
