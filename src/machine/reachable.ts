/** Enumeration: every situation that can be reached, and every way from one to the next. */
import { symbols } from "./alphabet.ts";
import { PEACE, type Situation } from "./situation.ts";
import { createTable, type Table } from "./table.ts";

/** All that can be reached from a situation. */
export interface Reachable {
  readonly table: Table;
  /** How many situations. */
  readonly situations: number;
  /** How many (situation, symbol) pairs change the situation. */
  readonly changes: number;
  /** How many are valid and change nothing. */
  readonly notes: number;
  /** How many are void. */
  readonly refusals: number;
}

/**
 * Enumerates everything reachable, breadth first. The table it leaves is complete.
 *
 * @param from where to start; full normal relations by default
 * @param table the table that is filled; a new one of the chart by default
 */
export function enumerate(from: Situation = PEACE, table: Table = createTable()): Reachable {
  table.idOf(from);
  /** By the number of the verdict, see {@link Table.answer}. */
  const counts: [number, number, number] = [0, 0, 0];
  for (let id = 0; id < table.size(); id++) {
    for (let symbol = 0; symbol < symbols.length; symbol++) {
      const verdict = table.answer(id, symbol) % 3;
      counts[verdict === 0 ? 0 : verdict === 1 ? 1 : 2] += 1;
    }
  }
  const [changes, notes, refusals] = counts;
  return { table, situations: table.size(), changes, notes, refusals };
}
