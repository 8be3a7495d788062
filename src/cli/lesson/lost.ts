/** Lost values: a notebook shows the last value of a cell, and one that was to be shown before it is thrown away. */
import type { ModuleDeclaration, Statement } from "acorn";
import { blocksOf, type Code, type LessonFile } from "../../lesson/index.ts";
import type { Remark } from "../../views/index.ts";
import { isCellProblem, statementsOf } from "./program.ts";

/** What is called for what it shows. */
const SHOWS: ReadonlySet<string> = new Set(
  "timeline situation dossier chart event why whyNot judge compare review futures sensitivity predict".split(" "),
);

/** A warning for each value of a lesson's cells that nobody will see. */
export function lostValues(lesson: LessonFile, file: string): readonly Remark[] {
  const cells = blocksOf(lesson).filter(
    (block): block is Code => block.kind === "run" || block.kind === "start" || block.kind === "answer",
  );
  return cells.flatMap((cell) =>
    lostIn(cell).map(({ name, at }): Remark => {
      const line = cell.line + at - 1;
      const message = `What ${name}() gives here is not shown: a cell shows its last value alone.`;
      const place = { file, path: "", line, column: 1, endLine: line, endColumn: 2 };
      return { code: "lost-value", severity: "warning", message, ...place, expected: "a cell for each" };
    }),
  );
}

function lostIn(cell: Code): readonly { readonly name: string; readonly at: number }[] {
  try {
    return statementsOf(cell)
      .slice(0, -1)
      .flatMap((statement) => {
        const name = shownBy(statement);
        return name === undefined ? [] : [{ name, at: statement.loc?.start.line ?? 1 }];
      });
  } catch (error) {
    if (isCellProblem(error) || error instanceof SyntaxError) return []; // The build says so.
    throw error;
  }
}

/** The name of what a statement calls only to show it. */
function shownBy(statement: Statement | ModuleDeclaration): string | undefined {
  if (statement.type !== "ExpressionStatement") return undefined;
  const { expression } = statement;
  const call = expression.type === "AwaitExpression" ? expression.argument : expression;
  if (call.type !== "CallExpression" || call.callee.type !== "MemberExpression") return undefined;
  const { property } = call.callee;
  return property.type === "Identifier" && SHOWS.has(property.name) ? property.name : undefined;
}
