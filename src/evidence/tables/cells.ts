/** The cells of a row by the names of their columns, each read as what it should be, or the row is refused. */
import { among, Problem, quoted } from "../../problem/index.ts";

/** A row's cells. What is not as it should be ends the row: it is counted by its reason. */
export interface Cells {
  /** Counted from 1, the header among them. */
  readonly line: number;
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

/** Makes cells out of the fields of a row. */
export type CellsOf = (fields: readonly string[], line: number) => Cells;

/** Counts a row that is left out; of the first for its reason the problem is made. */
export type Leave = (reason: string, problem: () => Problem) => void;

/** Cells below these columns. */
export function cellsOf(file: string, places: ReadonlyMap<string, number>, leave: Leave): CellsOf {
  return (fields, line) => {
    const text = (column: string): string => fields[places.get(column) ?? -1]?.trim() ?? "";
    const refusal: Cells["refusal"] = (column, reason, found, expected) =>
      refused(reason, { file, line, column: (places.get(column) ?? 0) + 1 }, `${column}: ${found}`, { expected });
    const whole: Cells["whole"] = (column, low = Number.MIN_SAFE_INTEGER, high = Number.MAX_SAFE_INTEGER) => {
      const written = text(column);
      const value = /^[+-]?\d+(?:\.0+)?$/.test(written) ? Number(written) : Number.NaN;
      if (value >= low && value <= high) return value;
      const bounds = high === Number.MAX_SAFE_INTEGER ? "a whole number" : `a whole number from ${low} to ${high}`;
      throw refusal(column, `${column} is no number that can be`, `${quoted(written)} is not ${bounds}.`);
    };
    return {
      line,
      has: (column) => places.has(column),
      text,
      whole,
      known: (column, low, high) => (/^(?:-.*|\.|NA)?$/.test(text(column)) ? undefined : whole(column, low, high)),
      code: (column, codes, what) => {
        const written = text(column);
        const meaning = Object.hasOwn(codes, written) ? codes[written] : undefined;
        if (meaning !== undefined) return meaning;
        const { suggestion, expected } = among(written, Object.keys(codes));
        const found = `${quoted(written)} is no ${what}.`;
        throw refused(
          `${column} is no ${what}`,
          { file, line, column: (places.get(column) ?? 0) + 1 },
          `${column}: ${found}`,
          { suggestion, expected },
        );
      },
      leave: (column, reason) => {
        leave(reason, () => refusal(column, reason, `${quoted(text(column))}: ${reason}.`));
        return undefined;
      },
      refusal,
    };
  };
}

/** Why a row can't be used: what it is counted by, where it is, and what is wrong with it. */
export function refused(
  reason: string,
  place: { readonly file: string; readonly line: number; readonly column: number },
  sentence: string,
  more: { readonly suggestion?: string | undefined; readonly expected?: string | undefined } = {},
): Problem<{ readonly reason: string }> {
  const at = `${place.file}, line ${place.line}, column ${place.column}`;
  return new Problem("bad-row", `${at}, ${sentence}`, { ...more, place, data: { reason } });
}
