/** What is said of rows that were left out. */
import type { Refused } from "./table.ts";

/** How many rows were left out, by reason, each with the first of them. */
export function refusedLines(refused: ReadonlyMap<string, Refused>): readonly string[] {
  return [...refused].map(([reason, { count, first }]) => {
    const rows = count === 1 ? "1 row" : `${count.toLocaleString("en")} rows`;
    return `Left out ${rows}: ${reason}. The first: ${first.message}`;
  });
}
