/** Trees: questions about columns, each of which adds to the score of one label. */

/**
 * Trees of one label after another, one row of numbers each: for every question its column, the value above which the
 * answer is yes, and where no and yes lead: to a later question by its place, or to a leaf, counted from -1 down.
 */
export interface Tree {
  readonly label: number;
  readonly columns: readonly number[];
  readonly above: readonly number[];
  readonly no: readonly number[];
  readonly yes: readonly number[];
  readonly leaves: readonly number[];
}

/** Adds the scores of a row to `scores`, one a label. */
export function addTrees(trees: readonly Tree[], row: ArrayLike<number>, scores: Float64Array): void {
  for (const { label, columns, above, no, yes, leaves } of trees) {
    let at = columns.length === 0 ? -1 : 0;
    while (at >= 0) {
      at = ((row[columns[at] as number] as number) > (above[at] as number) ? yes[at] : no[at]) as number;
    }
    scores[label] = (scores[label] as number) + (leaves[-1 - at] as number);
  }
}
