/** A document: what an answer shows, as data. Text and HTML are both made of it, so that they tell the same. */

/** How a text is meant; never by colour alone. */
export type Tone = "strong" | "faint" | "good" | "bad" | "warn";

/** What stands in one place of a table; a newline begins another line. */
export type TableCell = string | { readonly text: string; readonly tone?: Tone };

/** A table. Its first column names its rows. Without heads it is a list of facts. */
export interface TablePart {
  readonly kind: "table";
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** A paragraph. */
export interface ProsePart {
  readonly kind: "prose";
  readonly text: string;
  readonly tone?: Tone;
}

/** A text with those that belong under it. */
export interface Item {
  readonly text: string;
  readonly below?: readonly Item[];
}

/** A list; what belongs under an item is a list in it. */
export interface ListPart {
  readonly kind: "list";
  readonly caption: string;
  readonly items: readonly Item[];
  readonly ordered?: boolean;
}

/** A picture, made when it is shown, with the words that stand in its place where it is not seen. */
export interface FigurePart {
  readonly kind: "figure";
  readonly caption: string;
  readonly alternative: string;
  readonly svg: () => Promise<string>;
}

/** A part of a view. */
export type Part = TablePart | ProsePart | ListPart | FigurePart;

/** What a result shows. */
export interface Document {
  readonly title: string;
  readonly parts: readonly Part[];
}

/** A paragraph. */
export function prose(text: string, tone?: Tone): ProsePart {
  return tone === undefined ? { kind: "prose", text } : { kind: "prose", text, tone };
}

/** A table, or a sentence in its place when it would have no row. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly TableCell[])[],
  none = "nothing",
): Part {
  return rows.length === 0 ? prose(`${caption}: ${none}.`, "faint") : { kind: "table", caption, heads, rows };
}

/** Facts, each with its name. */
export function facts(caption: string, pairs: readonly (readonly [name: string, value: TableCell])[]): TablePart {
  return { kind: "table", caption, heads: [], rows: pairs };
}

/** A list, or a sentence in its place when it would have no item. */
export function list(caption: string, items: readonly Item[], none = "nothing"): Part {
  return items.length === 0 ? prose(`${caption}: ${none}.`, "faint") : { kind: "list", caption, items };
}
