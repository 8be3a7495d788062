/** Lines of a text, and the columns in which they should begin. */
import type { TextProblem } from "../diagnostic.ts";

/** A line: where it begins, its blanks, and what stands behind them without a comment line's sign. */
export interface Line {
  readonly from: number;
  readonly indent: string;
  readonly content: string;
  /** Where its content begins and ends. */
  readonly at: number;
  readonly to: number;
  /** The next line that holds something. */
  readonly next: () => Line;
}

export function lineAt(text: string, offset: number): Line {
  const from = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", from);
  const whole = text.slice(from, end < 0 ? undefined : end);
  const indent = /^[ \t]*/.exec(whole)?.[0] ?? "";
  const rest = whole.slice(indent.length).trimEnd();
  const content = rest.startsWith("#") ? "" : rest;
  const next = (): Line => {
    if (end < 0) return lineAt(text, from);
    const below = lineAt(text, end + 1);
    return below.content === "" && below.from > from ? below.next() : below;
  };
  const at = from + indent.length;
  return { from, indent, content, at, to: at + content.length, next };
}

/** Maximum number of lines above that are searched for the column in which a line should begin. */
const ABOVE = 2000;

/** A line that begins in a column in which none around it does; undefined where its column is as good as any. */
export function misplaced(text: string, line: Line): TextProblem | undefined {
  const column = line.indent.length;
  const isItem = line.content.startsWith("- ");
  const columns = columnsAbove(text, line, isItem);
  if (line.content === "" || columns.length === 0 || columns.includes(column)) return undefined;
  const item = isItem || !/:$/.test(line.content) ? undefined : besideAbove(text, line, /^- [^\s:]+:$/);
  const { at: from, to } = line;
  if (item !== undefined) {
    const message = `A key stands among items of a list, such as that in line ${lineNumber(text, item.from)}.`;
    return { from, to, code: "syntax", message, expected: "a - before each of them, or before none" };
  }
  const nearest = columns.reduce((one, other) => (Math.abs(other - column) < Math.abs(one - column) ? other : one));
  const kind = isItem ? "item" : "key";
  const message = `This ${kind} begins in column ${column + 1}, and no other around it does.`;
  const expected = `column ${nearest + 1}, as the ${kind}s that it belongs to`;
  return { from, to, code: "syntax", message, expected };
}

/** The nearest line above that begins in the same column, if it looks so and nothing between them lies further out. */
export function besideAbove(text: string, line: Line, look: RegExp): Line | undefined {
  let above = lineAt(text, line.from);
  for (let count = 0; count < ABOVE && above.from > 0; count += 1) {
    above = lineAt(text, above.from - 1);
    if (above.content === "" || above.indent.length > line.indent.length) continue;
    return above.indent.length === line.indent.length && look.test(above.content) ? above : undefined;
  }
  return undefined;
}

export function lineNumber(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** The line above that holds something. */
function lineAbove(text: string, line: Line): Line | undefined {
  let above = line;
  while (above.from > 0) {
    above = lineAt(text, above.from - 1);
    if (above.content !== "") return above;
  }
  return undefined;
}

/** The columns of the items or keys above a line that it could belong to, the innermost first. */
function columnsAbove(text: string, line: Line, items: boolean): readonly number[] {
  const columns: number[] = [];
  const parent = lineAbove(text, line);
  if (parent !== undefined && /:(\s+[&#].*)?$/.test(parent.content) && parent.indent.length < line.indent.length)
    return [];
  let innermost = Number.POSITIVE_INFINITY;
  let above = line;
  for (let count = 0; count < ABOVE && above.from > 0 && innermost > 0; count += 1) {
    above = lineAt(text, above.from - 1);
    const column = above.indent.length;
    if (above.content === "" || above.indent.includes("\t")) continue;
    const [dashes = ""] = /^(?:- +)*/.exec(above.content) ?? [];
    const isKey = /^[^\s"'{[][^{["]*:(\s|$)/.test(above.content.slice(dashes.length));
    const own = items ? (dashes === "" ? undefined : column) : isKey ? column + dashes.length : undefined;
    if (own !== undefined && own < innermost) columns.push(own);
    if (column < innermost && (dashes !== "" || isKey))
      innermost = Math.min(innermost, items && !dashes ? innermost : column);
  }
  return columns;
}
