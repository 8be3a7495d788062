/** Placing: labels on rows, none over another, none out of its box. What finds no place is counted. */

/** What wants a place: where it would begin, and how wide it is. */
export interface Wish {
  readonly x: number;
  readonly width: number;
}

/** Where each got its place, in the order of the wishes: its row, or none. */
export type AssignedRows = readonly (number | undefined)[];

/**
 * Gives each the first row on which it touches no other, in order.
 *
 * @param rows the most rows that there are
 * @param gap what stays free between two
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
