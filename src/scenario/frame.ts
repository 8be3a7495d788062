/** Code frames: the lines of a file around a problem, with a mark under it. */
import { codeFrameColumns } from "@babel/code-frame";
import type { Place } from "./diagnostic.ts";
import { visible } from "./visible.ts";

/** The line of a place with one before and after, a mark under the place; nothing in it can steer a terminal. */
export function codeFrame(text: string, { line, column, endLine, endColumn }: Place): string {
  const start = Math.max(0, line - 3);
  const shown = text
    .replace(/\r/g, "")
    .split("\n")
    .slice(start, endLine + 2)
    .map((one) => (one.length > 300 ? `${one.slice(0, 300)}…` : one));
  // The library counts columns from 0.
  const mark = {
    start: { line, column: Math.min(column, 300) - 1 },
    ...(endLine === line ? { end: { line, column: Math.min(Math.max(endColumn, column + 1), 300) - 1 } } : {}),
  };
  return codeFrameColumns(visible(shown.join("\n")).replace(/\t/g, "→"), mark, {
    linesAbove: 1,
    linesBelow: 1,
    startLine: start + 1,
  });
}
