/** Placing: labels on rows, without overlap and within their box. Those without a place are counted. */

/** A label's desired place: where it begins, and how wide it is. */
export interface Wish {
  readonly x: number;
  readonly width: number;
}

/** The row of each wish, in order; undefined if it has none. */
export type AssignedRows = readonly (number | undefined)[];

/**
 * Gives each wish, in order, the first row on which it touches no other.
 *
 * @param rows the maximum number of rows
 * @param gap the space between two labels
 */
export function assignRows(wishes: readonly Wish[], rows: number, gap = 8): AssignedRows {
  const taken: (readonly [from: number, to: number])[][] = [];
  return wishes.map(({ x, width }) => {
    for (let row = 0; row < rows; row++) {
      const here = taken[row] ?? [];
      if (here.some(([from, to]) => x < to + gap && from < x + width + gap)) continue;
      here.push([x, x + width]);
      taken[row] = here;
      return row;
    }
    return undefined;
  });
}

/** How many rows are in use. */
export function rowsOf(rows: AssignedRows): number {
  return rows.reduce<number>((most, row) => Math.max(most, row === undefined ? 0 : row + 1), 0);
}
