/** Tables: rows of a sweep read again. What does not belong there is refused with its row and column, and never counted. */
import { MINUTES_PER_DAY } from "../../events/index.ts";
import { among, nth, Problem, quoted, visibleLine } from "../../problem/index.ts";
import { isTime, type Outcome, outcomeKinds, statesOf } from "../../scenario/index.ts";
import { runKey } from "../chance.ts";
import { type Cells, columnsOf, type Tabled } from "./columns.ts";
import type { Plan } from "./plan.ts";
import { type SweepRow, statuses } from "./sweeper.ts";

/** What a table is of. */
export type TableOf = Pick<Plan, "outcomes" | "futures" | "seed" | "rows"> & Pick<Tabled, "over">;

/** What messages call a row, and what they advise. */
export interface TableWords {
  /** Rows count from 1. */
  readonly placeOf: (row: number) => string;
  readonly advice?: string;
}

/** A row, and the values of its assumptions in their order. */
export type ReadRow = SweepRow & { readonly assumed: readonly number[] };

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/**
 * The rows of a table. Each must be the future that belongs there, with everything that a row of this sweep has.
 *
 * @param count how many there must be, where that is known
 * @throws Problem `changed-sweep` for what is no such row, for one too many, and where some are missing
 */
export async function* rowsIn(
  table: TableOf,
  cells: AsyncIterable<Cells>,
  words: TableWords,
  count?: number,
): AsyncGenerator<ReadRow> {
  const read = rowReader(table, words);
  let rowNumber = 0;
  for await (const row of cells) {
    rowNumber += 1;
    if (rowNumber > table.rows)
      throw wrongTable(words, rowNumber, `the sweep has ${table.rows} rows, and this is one too many.`);
    yield read(row);
  }
  if (count === undefined || rowNumber === count) return;
  throw wrongTable(
    words,
    rowNumber + 1,
    `the table ends before it, and ${count - rowNumber} of ${count} rows are missing.`,
  );
}

/** What a table that is not as its sweep wrote it is refused with. */
export function wrongTable({ placeOf, advice }: TableWords, row: number, sentence: string, more?: string): Problem {
  const expected = [more, advice].filter((part) => part !== undefined).join(" ");
  return new Problem("changed-sweep", `${placeOf(row)}: ${sentence}`, expected === "" ? {} : { expected });
}

function rowReader(table: TableOf, words: TableWords): (cells: Cells) => ReadRow {
  const { assumptions, outcomes } = columnsOf(table);
  const kinds = Object.values(table.outcomes);
  let number = 0;
  return (cells: Cells): ReadRow => {
    number += 1;
    const at = (column: string, sentence: string, more?: string): Problem =>
      wrongTable(
        { ...words, placeOf: (row) => `${words.placeOf(row)}, column ${visibleLine(column)}` },
        number,
        sentence,
        more,
      );
    const cellOf = (column: string): unknown => {
      if (Object.hasOwn(cells, column)) return cells[column];
      const { suggestion } = among(column, Object.keys(cells));
      throw at(column, "there is no such column.", suggestion && `The nearest is ${visibleLine(suggestion)}.`);
    };
    const numberIn = (column: string, whole = false): number => {
      const cell = cellOf(column);
      const value = numberOf(cell);
      if (value !== undefined && (!whole || Number.isInteger(value))) return value;
      throw at(column, `${cellText(cell)} is no ${whole ? "whole number" : "number"}.`);
    };
    const valueIn = (column: string, outcome: Outcome, failed: boolean): number => {
      const cell = cellOf(column);
      if (isEmpty(cell)) {
        if (failed || outcomeKinds[outcome.kind].mayMiss) return Number.NaN;
        throw at(column, "there is no value.");
      }
      const states = statesOf(outcome);
      if (states.length > 0) {
        const place = states.indexOf(String(cell));
        if (place >= 0) return place;
        throw at(column, `${cellText(cell)} is no state of it.`, `Expected: ${states.join(", ")}.`);
      }
      const { unit } = outcomeKinds[outcome.kind];
      const value = numberIn(column, unit !== "minutes");
      if (unit === "yes-or-no" && value !== 0 && value !== 1) throw at(column, `${cellText(cell)} is neither 1 nor 0.`);
      return isTime(outcome) ? Math.round(value * MINUTES_PER_DAY) : value;
    };
    const point = numberIn("point", true);
    const run = numberIn("run", true);
    const seed = numberIn("seed", true);
    const expected = { point: Math.floor((number - 1) / table.futures), run: (number - 1) % table.futures };
    if (point !== expected.point || run !== expected.run) {
      throw at(
        "run",
        `run ${run} of point ${point} stands where run ${expected.run} of point ${expected.point} belongs.`,
      );
    }
    if (seed !== runKey(table.seed, run) >>> 0) throw at("seed", `${seed} is not the seed of this run.`);
    const status = statuses.find((name) => name === cellOf("status"));
    if (status === undefined) {
      throw at("status", `${cellText(cellOf("status"))} is no status.`, `Expected: ${statuses.join(", ")}.`);
    }
    const reason = cellOf("reason");
    return {
      point,
      run,
      seed,
      assumed: assumptions.map((column) => numberIn(column)),
      values: outcomes.map((column, k) => valueIn(column, nth(kinds, k), status === "failed")),
      events: numberIn("events", true),
      refused: numberIn("refused", true),
      status,
      reason: isEmpty(reason) ? "" : String(reason),
    };
  };
}

function isEmpty(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === "";
}

/** A number as one or as the text of one; other programs write whole numbers in Parquet as integers. */
function numberOf(cell: unknown): number | undefined {
  if (typeof cell === "bigint") return Number(cell);
  const value = typeof cell === "string" && NUMBER.test(cell) ? Number(cell) : cell;
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

function cellText(cell: unknown): string {
  return isEmpty(cell) ? "an empty place" : quoted(cell);
}
