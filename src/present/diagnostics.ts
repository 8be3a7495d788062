/** Diagnostics: each problem of a file with its place, the line itself, and what to try. */
import type { Diagnostic } from "../scenario/index.ts";
import { BLANK, type Block, type Line, line, span } from "./line.ts";
import { wrap } from "./wrap.ts";

/** So many problems are shown; a file with more has one cause that is among the first. */
const SHOWN = 40;

/**
 * Problems one under another, and how many there are.
 *
 * @param frame the lines of the file around a problem
 */
export function diagnosticsBlock(
  diagnostics: readonly Diagnostic[],
  frame: (diagnostic: Diagnostic) => string,
  columns: number,
): Block {
  const shown = diagnostics.slice(0, SHOWN).flatMap((one) => [...diagnosticBlock(one, frame(one), columns), BLANK]);
  return [...shown, line(countText(diagnostics))];
}

/** `2 errors, 1 warning`. */
export function countText(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const parts = [
    ...(errors > 0 ? [plural(errors, "error")] : []),
    ...(warnings > 0 ? [plural(warnings, "warning")] : []),
  ];
  const hidden = diagnostics.length > SHOWN ? `; the first ${SHOWN} are shown` : "";
  return (parts.join(", ") || "no problem") + hidden;
}

/** `1 error`, `2 errors`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function diagnosticBlock(diagnostic: Diagnostic, frame: string, columns: number): Block {
  const { file, line: row, column, severity, code, path } = diagnostic;
  const style = severity === "error" ? "bad" : "warn";
  const place = path === "" ? "" : ` at ${path}`;
  return [
    line(span(`${file}:${row}:${column}`, "strong"), ` `, span(severity, style), span(` [${code}]${place}`, "faint")),
    ...wrap(adviceLine(diagnostic), columns, 2),
    ...frame.split("\n").map((one) => line(one)),
  ];
}

function adviceLine({ message, expected, suggestion }: Diagnostic): Line {
  const hint = suggestion === undefined ? "" : ` Did you mean ${suggestion}?`;
  const wanted = expected === undefined ? "" : ` Expected: ${expected}.`;
  return line(`${message}${wanted}`, span(hint, "good"));
}
