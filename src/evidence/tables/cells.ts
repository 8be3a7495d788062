/** The cells of a row by the names of their columns, each read as what it should be, or the row is refused. */
import { among, Problem, quoted } from "../../problem/index.ts";

/** A row's cells. What is not as it should be ends the row: it is counted by its reason. */
export interface Cells {
  /** The line of the row, counted from 1, the header among them. */
  readonly line: () => number;
  /** The names of all columns, in small letters. */
  readonly columns: readonly string[];
  readonly has: (column: string) => boolean;
  /** The cell as it stands, without blanks around it; empty where the table has no such column. */
  readonly text: (column: string) => string;
  /** @throws Problem when there is none */
  readonly whole: (column: string, low?: number, high?: number) => number;
  /** The same, undefined for what is empty or written as a negative number, as these data write what is unknown. */
  readonly known: (column: string, low?: number, high?: number) => number | undefined;
  /** A word or a number of a codebook. @throws Problem with the nearest one when it is none of them */
  readonly code: <Meaning>(column: string, codes: Readonly<Record<string, Meaning>>, what: string) => Meaning;
  /** Says that the row is none of those meant, and why: it is counted by its reason at no cost. */
  readonly leave: (column: string, reason: string) => undefined;
  /** What to throw when what a cell says can't be. */
  readonly refusal: (column: string, reason: string, found: string, expected?: string) => Problem;
}

/** Cells that are moved from row to row: making them anew for each would take longer than reading them. */
export interface MovedCells extends Cells {
  readonly moveTo: (fields: readonly string[], line: number) => this;
}

/** Counts a row that is left out; of the first for its reason the problem is made. */
export type Leave = (reason: string, problem: () => Problem) => void;

/** Cells below these columns. */
export function cellsOf(file: string, places: ReadonlyMap<string, number>, leave: Leave): MovedCells {
  let fields: readonly string[] = [];
  let line = 0;
  const text = (column: string): string => fields[places.get(column) ?? -1]?.trim() ?? "";
  const placeOf = (column: string): RowPlace => ({ file, line, column: (places.get(column) ?? 0) + 1 });
  const refusal: Cells["refusal"] = (column, reason, found, expected) =>
    rowProblem(reason, placeOf(column), `${column}: ${found}`, { expected });
  const whole: Cells["whole"] = (column, low = Number.MIN_SAFE_INTEGER, high = Number.MAX_SAFE_INTEGER) => {
    const written = text(column);
    const value = numberIn(written);
    if (value >= low && value <= high) return value;
    const bounds = high === Number.MAX_SAFE_INTEGER ? "a whole number" : `a whole number from ${low} to ${high}`;
    throw refusal(column, `${column} is no number that can be`, `${quoted(written)} is not ${bounds}.`);
  };
  const cells: MovedCells = {
    line: () => line,
    columns: [...places.keys()],
    has: (column) => places.has(column),
    text,
    whole,
    known: (column, low, high) => (isUnknown(text(column)) ? undefined : whole(column, low, high)),
    code: (column, codes, what) => {
      const written = text(column);
      const meaning = Object.hasOwn(codes, written) ? codes[written] : undefined;
      if (meaning !== undefined) return meaning;
      const more = among(written, Object.keys(codes));
      throw rowProblem(
        `${column} is no ${what}`,
        placeOf(column),
        `${column}: ${quoted(written)} is no ${what}.`,
        more,
      );
    },
    leave: (column, reason) => {
      leave(reason, () => refusal(column, reason, `${quoted(text(column))}: ${reason}.`));
      return undefined;
    },
    refusal,
    moveTo: (next, at) => {
      fields = next;
      line = at;
      return cells;
    },
  };
  return cells;
}

/** Where a row is, and in which of its cells. */
export interface RowPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Why a row can't be used: what it is counted by, where it is, and what is wrong with it. */
export function rowProblem(
  reason: string,
  place: RowPlace,
  sentence: string,
  more: { readonly suggestion?: string | undefined; readonly expected?: string | undefined } = {},
): Problem<{ readonly reason: string }> {
  const at = `${place.file}, line ${place.line}, column ${place.column}`;
  return new Problem("bad-row", `${at}, ${sentence}`, { ...more, place, data: { reason } });
}

/** A whole number, with noughts behind a point where a program has put them; else none. */
function numberIn(text: string): number {
  let value = 0;
  for (let k = 0; k < text.length; k += 1) {
    const digit = text.charCodeAt(k) - ZERO;
    if (digit < 0 || digit > 9) return SIGNED.test(text) ? Number(text) : Number.NaN;
    value = value * 10 + digit;
  }
  return text === "" ? Number.NaN : value;
}

const ZERO = 48;
const SIGNED = /^[+-]?\d+(?:\.0+)?$/;

function isUnknown(text: string): boolean {
  return text === "" || text.startsWith("-") || text === "." || text === "NA";
}
