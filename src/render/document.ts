/** A document: what an answer shows, as data. Terminal, text and page are all made from it and show the same. */
import { type Block, type Line, line, type Span, span } from "./line.ts";
import type { Style } from "./palette.ts";

/** The content of a table cell. A newline, or another line of a block, begins another line. A paragraph has its own hang. */
export type TableCell = string | Span | Block | ProsePart;

/** A column of a table. Its sizes are for a terminal; without any it is as wide as its content. */
export interface Column {
  readonly head: string;
  readonly size?: number;
  readonly least?: number;
  readonly most?: number;
  /** Its share of the width that the other columns leave. */
  readonly share?: number;
  /** It takes the width that the others leave, except for this many columns at the right. */
  readonly rest?: number;
  /** By how much the second and later lines of a text are moved to the right; 2 by default. */
  readonly hang?: number;
  /** Whether it holds ids, which are broken after a hyphen. */
  readonly ids?: true;
  /** `page`: shown only on a page and in a whole text. `under`: in a text, below the other cells of its row. */
  readonly place?: "page" | "under";
}

/** A table. Its first column names its rows. Without heads it is a list of facts. */
export interface TablePart {
  readonly kind: "table";
  readonly caption: string;
  /** What follows the caption on its line. The table then has no section of its own. */
  readonly about?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly TableCell[])[];
  /** What replaces it if it has no row. */
  readonly none: string;
  /** Whether a terminal shows its heads. */
  readonly heads?: "plain" | "ruled";
  /** Rows with the same first cell belong together: a text shows it once, and separates the groups. */
  readonly grouped?: true;
  /** Rows that a page folds away, and the words to open them; a text shows all. */
  readonly folded?: { readonly rows: ReadonlySet<number>; readonly words: string };
}

/** A paragraph. */
export interface ProsePart {
  readonly kind: "prose";
  readonly text: Line;
  readonly hang: number;
}

/** A text, with more about it and the items below it. */
export interface Item {
  readonly text: string | Line;
  readonly more?: readonly ProsePart[];
  readonly below?: readonly Item[];
}

/** A list; the items below an item are a list in it. */
export interface ListPart {
  readonly kind: "list";
  readonly caption: string;
  readonly items: readonly Item[];
  /** What replaces it if it has no item. */
  readonly none: string;
  /** How a text shows it: with a dash before each item, unless as lines or as the branches of a tree. */
  readonly as?: "lines" | "tree";
  /** Of lines: by how much those below, and second lines of an item, are moved to the right; 2 by default. */
  readonly step?: number;
  readonly hang?: number;
}

/** A picture, made when it is shown, with an alternative text. */
export interface FigurePart {
  readonly kind: "figure";
  readonly caption: string;
  readonly alternative: string;
  readonly svg: () => string;
  /** The same for a narrow screen. */
  readonly narrow?: () => string;
}

/** A picture of signs, made for a width in columns. */
export interface SignsPart {
  readonly kind: "signs";
  readonly caption: string;
  readonly block: (columns: number) => Block;
}

/** Parts under one heading. */
export interface GroupPart {
  readonly kind: "group";
  readonly caption: string;
  readonly parts: readonly Part[];
}

/** A part of a view. */
export type Part = TablePart | ProsePart | ListPart | FigurePart | SignsPart | GroupPart;

/** What a result shows. */
export interface Document {
  readonly title: string;
  readonly parts: readonly Part[];
}

/** A paragraph. */
export function prose(text: string | Line, style?: Style, hang = 0): ProsePart {
  return { kind: "prose", text: typeof text === "string" ? line(span(text, style)) : text, hang };
}

/** A table, or a sentence if it would have no row. */
export function table(
  caption: string,
  columns: readonly (string | Column)[],
  rows: readonly (readonly TableCell[])[],
  none = "nothing",
): TablePart {
  const uniform = columns.map((one) => (typeof one === "string" ? { head: one } : one));
  return { kind: "table", caption, columns: uniform, rows, none };
}

/** A table whose heads a terminal shows, too. */
export function headed(...args: Parameters<typeof table>): TablePart {
  return { ...table(...args), heads: "plain" };
}

/** Facts, each with its name. */
export function facts(caption: string, pairs: readonly (readonly [name: string, value: TableCell])[]): TablePart {
  return table(caption, ["", ""], pairs);
}

/** A list, or a sentence if it would have no item. */
export function list(caption: string, items: readonly Item[], none = "nothing"): ListPart {
  return { kind: "list", caption, items, none };
}

/** Lines under a heading, each a paragraph. */
export function lines(caption: string, all: Block, hang = 2, none = "nothing"): ListPart {
  const items = all.map((text) => ({ text }));
  return { ...list(caption, items, none), as: "lines", hang };
}

/** Parts under one heading. */
export function group(caption: string, ...parts: readonly Part[]): GroupPart {
  return { kind: "group", caption, parts };
}

/** A part as a page shows it: a sentence if it is empty. */
export function withSentence(part: Part): Part {
  const entries = "rows" in part ? part.rows : "items" in part ? part.items : "parts" in part ? part.parts : undefined;
  const none = "none" in part ? part.none : "nothing";
  return entries?.length === 0 && "caption" in part ? prose(`${part.caption}: ${none}.`, "faint") : part;
}

/** Whether a table has heads; facts have none. */
export function isHeaded({ columns }: Pick<TablePart, "columns">): boolean {
  return columns.some(({ head }) => head !== "");
}

/** The lines of a cell. */
export function linesOf(cell: TableCell | undefined): Block {
  if (cell === undefined) return [];
  if (typeof cell === "string") return cell.split("\n").map((text) => line(text));
  if ("kind" in cell) return [cell.text];
  return "text" in cell ? [[cell]] : cell;
}
