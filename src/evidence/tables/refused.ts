/** What is said of rows that were left out. */
import { counted } from "../counted.ts";
import type { Refused } from "./table.ts";

/** How many rows were left out, by reason, each with the first of them. */
export function refusedLines(refused: ReadonlyMap<string, Refused>): readonly string[] {
  return [...refused].map(
    ([reason, { count, first }]) => `Left out ${counted(count, "row")}: ${reason}. The first: ${first.message}`,
  );
}
