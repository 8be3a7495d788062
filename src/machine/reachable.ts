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
  /** How many are lawful and change nothing. */
  readonly notes: number;
  /** How many are unlawful. */
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
  const counts = { applied: 0, noted: 0, unlawful: 0 };
  for (let id = 0; id < table.size(); id++) {
    for (let symbol = 0; symbol < symbols.length; symbol++) {
      table.next(id, symbol);
      counts[table.verdict(id, symbol)]++;
    }
  }
  return {
    table,
    situations: table.size(),
    changes: counts.applied,
    notes: counts.noted,
    refusals: counts.unlawful,
  };
}
