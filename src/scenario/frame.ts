/** Code frames: the lines of a file around a problem, with a mark under it. */
import { codeFrameColumns } from "@babel/code-frame";
import { visible } from "../problem/index.ts";
import type { Place } from "./diagnostic.ts";

/** Longer lines are shown in part. */
const WIDE = 160;

/**
 * The line of a place with one before and after, a mark under the place; nothing in it can steer a terminal.
 *
 * @param text the whole file, as it was read
 * @example
 * ```ts
 * import { codeFrame } from "demarche";
 * codeFrame("act: strik", { line: 1, column: 6, endLine: 1, endColumn: 11 });
 * // => "> 1 | act: strik\n    |      ^^^^^"
 * ```
 */
export function codeFrame(text: string, { line, column, endLine, endColumn }: Place): string {
  const first = Math.max(1, line - 1);
  const lines = linesFrom(text.replace(/^\ufeff/, ""), first, line + 1 - first + 1);
  const marked = lines[line - first] ?? "";
  const from = column > WIDE ? column - WIDE / 2 : 0;
  // Columns of the shown line, which the library counts from 0.
  const shownColumn = (at: number): number => part(marked.slice(0, at - 1), from).length;
  const start = { line, column: shownColumn(column) };
  const end = Math.min(Math.max(endLine === line ? endColumn : column + 1, column + 1), from + WIDE);
  return codeFrameColumns(
    lines.map((one, k) => part(one, k === line - first ? from : 0)).join("\n"),
    { start, ...(endLine === line ? { end: { line, column: Math.max(shownColumn(end), start.column + 1) } } : {}) },
    { linesAbove: 1, linesBelow: 1, startLine: first },
  );
}

/** The part of a line that is shown, made visible. */
function part(text: string, from: number): string {
  const shown = text.slice(from, from + WIDE);
  return visible(`${from > 0 ? "…" : ""}${shown}${text.length > from + WIDE ? "…" : ""}`).replaceAll("\t", "→");
}

/** Some lines of a text, without splitting all of it. */
function linesFrom(text: string, first: number, count: number): readonly string[] {
  let start = 0;
  for (let line = 1; line < first; line += 1) start = text.indexOf("\n", start) + 1 || text.length;
  const lines: string[] = [];
  while (lines.length < count) {
    const end = text.indexOf("\n", start);
    lines.push(text.slice(start, end < 0 ? undefined : end).replace(/\r$/, ""));
    if (end < 0) break;
    start = end + 1;
  }
  return lines;
}
