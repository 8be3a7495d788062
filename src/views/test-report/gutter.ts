/** The gutter: lines of a file with counts beside them, and dots where lines without any are left out. */
import { nth } from "../../problem/index.ts";
import { type Block, formatCount, line, span } from "../../render/index.ts";

/**
 * Lines of a text that have counts, each with its count and its number.
 *
 * @param counts by line, counted from 1
 */
export function gutterBlock(text: string, counts: ReadonlyMap<number, number>, columns: number): Block {
  const lines = text.split("\n");
  const numbers = [...counts.keys()].sort((one, other) => one - other);
  const widest = Math.max(5, ...[...counts.values()].map((count) => formatCount(count).length));
  const label = String(numbers.at(-1) ?? 1).length;
  return numbers.flatMap((number, k): Block => {
    const count = counts.get(number) ?? 0;
    const countText = formatCount(count).padStart(widest);
    const gap = k > 0 && nth(numbers, k - 1) < number - 1;
    const lineText = (lines[number - 1] ?? "").replace(/\r$/, "").slice(0, Math.max(10, columns - widest - label - 5));
    return [
      ...(gap ? [line(span(`${"·".padStart(widest)} ${" ".repeat(label)} │`, "faint"))] : []),
      line(
        span(countText, count === 0 ? "bad" : "good"),
        span(` ${String(number).padStart(label)} │ `, "faint"),
        lineText,
      ),
    ];
  });
}
