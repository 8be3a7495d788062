/** The cells of a lesson as one program: the last value of each cell is shown, and its console output is kept apart. */
import { stripTypeScriptTypes } from "node:module";
import { type ImportDeclaration, type Program, parse } from "acorn";
import type { Code } from "../../lesson/index.ts";
import { isProblem, Problem } from "../../problem/index.ts";
import { withoutWarnings } from "../without-warnings.ts";

/** Where a cell can't be read. */
export interface CellPlace {
  readonly cell: Code;
  /** From 1, in the cell. */
  readonly line: number;
}

/** `cell-syntax`: a cell is no valid TypeScript, or conflicts with the cells before it. */
function cellProblem(sentence: string, cell: Code, line: number): Problem<CellPlace> {
  return new Problem("cell-syntax", sentence, { data: { cell, line } });
}

/** Whether a cell can't be read. */
export function isCellProblem(error: unknown): error is Problem<CellPlace> {
  return isProblem(error, "cell-syntax");
}

/**
 * The program of some cells, as an ECMAScript module. It calls `__cell(k)` where a cell begins and `__show(value)` with the
 * value of a cell's last expression.
 *
 * @param target what to import for a specifier; undefined to leave it as it is
 * @throws Problem `cell-syntax` for the first cell that can't be read
 */
export function programOf(cells: readonly Code[], target: (specifier: string) => string | undefined): string {
  const parts = cells.map((cell, k) => `__cell(${k});\n${cellCode(cell, target)}\n`);
  const program = parts.join("");
  try {
    parseModule(program);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw problemInCell(error, parts, cells);
  }
  return program;
}

/** Whether a cell ends with an expression; its value is then shown. */
export function endsInExpression(cell: Code): boolean {
  return statementsOf(cell).at(-1)?.type === "ExpressionStatement";
}

export function statementsOf(cell: Code): Program["body"] {
  return parseModule(withoutTypes(cell)).body;
}

function cellCode(cell: Code, target: (specifier: string) => string | undefined): string {
  const code = withoutTypes(cell);
  let program: Program;
  try {
    program = parseModule(code);
  } catch (error) {
    throw cellProblem(sentence(error), cell, lineOf(error) ?? 1);
  }
  const edits = program.body
    .filter((node): node is ImportDeclaration => node.type === "ImportDeclaration")
    .flatMap(({ source }) => {
      const to = target(String(source.value));
      return to === undefined ? [] : [{ from: source.start, to: source.end, text: JSON.stringify(to) }];
    });
  const last = program.body.at(-1);
  if (last?.type === "ExpressionStatement") {
    const { start, end } = last.expression;
    edits.push({ from: last.start, to: last.end, text: `await __show((${code.slice(start, end)}));` });
  }
  return edits
    .toSorted((one, other) => other.from - one.from)
    .reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), code);
}

/** A cell without its types; lines stay where they were. */
function withoutTypes(cell: Code): string {
  try {
    return withoutWarnings(() => stripTypeScriptTypes(cell.code, { mode: "strip" }));
  } catch (error) {
    throw cellProblem(sentence(error), cell, 1);
  }
}

function parseModule(code: string): Program {
  return parse(code, { ecmaVersion: "latest", sourceType: "module", locations: true, allowAwaitOutsideFunction: true });
}

/** A mistake that only appears when all cells are joined, such as a name that two of them declare. */
function problemInCell(error: SyntaxError, parts: readonly string[], cells: readonly Code[]): Error {
  let line = lineOf(error) ?? 1;
  for (const [k, part] of parts.entries()) {
    const lines = part.split("\n").length - 1;
    const cell = cells[k];
    if (line <= lines && cell !== undefined) {
      const message = `${sentence(error)} Cells share their names: each is declared once in a lesson.`;
      return cellProblem(message, cell, Math.max(1, line - 1));
    }
    line -= lines;
  }
  return error;
}

function lineOf(error: unknown): number | undefined {
  if (!(error instanceof SyntaxError) || !("loc" in error)) return undefined;
  const { loc } = error;
  if (typeof loc !== "object" || loc === null || !("line" in loc)) return undefined;
  return typeof loc.line === "number" ? loc.line : undefined;
}

function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [first = ""] = message.replace(/\s*\(\d+:\d+\)$/, "").split("\n");
  return `${first.trim().replace(/[.:]?$/, "")}.`;
}
