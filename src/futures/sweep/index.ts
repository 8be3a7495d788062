/** Sweeps: futures over the ranges of assumptions, counted and explained. */
export { lengthOf } from "../model.ts";
export { type Cell, type Cells, type Columns, cellsOf, columnsOf } from "./columns.ts";
export { grid, latinHypercube, levelsFor, type Point } from "./design.ts";
export { joined, type PackedRows, packedFrom, unpack } from "./packed.ts";
export {
  type Chunk,
  chunksOf,
  type DesignName,
  MOST_POINTS,
  MOST_ROWS,
  type Plan,
  planOf,
  type Wanted,
} from "./plan.ts";
export {
  createSummary,
  type PointSums,
  type Quantity,
  quantitiesOf,
  type Summing,
  type SweepSummary,
  spreadOf,
} from "./summary.ts";
export { createSweeper, type Status, type SweepRow, statuses, valuesAt, withValues } from "./sweeper.ts";
export { type ReadRow, rowsIn, type TableOf, type TableWords, wrongTable } from "./table.ts";
