/** Enumeration: every situation that can be reached, and every way from one to the next. */
import { alike } from "./alike.ts";
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

/** How many symbols each of the asked ones stands for: those that the chart can't tell apart share an answer. */
function weights(judging: Table["judging"]): readonly (readonly [symbol: number, weight: number])[] {
  if (judging === "other") return symbols.map((_, symbol) => [symbol, 1]);
  const { places, firsts } = alike();
  return firsts.map((symbol, place) => [symbol, places.filter((one) => one === place).length]);
}

/**
 * Enumerates everything reachable, breadth first. The table it leaves knows all situations, and answers whatever is asked
 * of them from what it was asked.
 *
 * @param from where to start; full normal relations by default
 * @param table the table that is filled; a new one of the chart by default
 */
export function enumerate(from: Situation = PEACE, table: Table = createTable()): Reachable {
  table.idOf(from);
  const weightedSymbols = weights(table.judging);
  /** By the number of the verdict, see {@link Table.answer}. */
  const counts: [number, number, number] = [0, 0, 0];
  for (let id = 0; id < table.size(); id++) {
    for (const [symbol, weight] of weightedSymbols) {
      const verdict = table.answer(id, symbol) % 3;
      counts[verdict === 0 ? 0 : verdict === 1 ? 1 : 2] += weight;
    }
  }
  const [changes, notes, refusals] = counts;
  return { table, situations: table.size(), changes, notes, refusals };
}
