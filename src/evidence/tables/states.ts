/** The states of the Correlates of War project: code, abbreviation, name. */
import type { TableKind } from "./table.ts";

export interface StateRow {
  readonly code: number;
  /** Three letters, mostly those of ISO 3166-1, such as IND; some are the project's own, such as GMY. */
  readonly abbreviation: string;
  readonly name: string;
}

export const stateTable: TableKind<StateRow> = {
  name: "Correlates of War states",
  columns: ["ccode", "stateabb", "statenme"],
  quotes: true,
  row: (cells) => ({
    code: cells.whole("ccode", 1, 999),
    abbreviation: cells.text("stateabb"),
    name: cells.text("statenme"),
  }),
};
