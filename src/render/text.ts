/** A document as text: cut to the width of a terminal, and whole for a console, which shows no HTML. */
import { nth } from "../problem/index.ts";
import {
  type Column,
  type Document,
  type Item,
  isHeaded,
  type ListPart,
  linesOf,
  type Part,
  prose,
  type TableCell,
  type TablePart,
  withSentence,
} from "./document.ts";
import { BLANK, type Block, indented, type Line, line, lineWidth, render, span } from "./line.ts";
import { plainPalette } from "./palette.ts";
import { beside, paragraph, wrap } from "./wrap.ts";

const COLUMNS = 100;
const GAP = 2;

/** The text of a document, at most 100 columns wide, with all that a page would show. */
export function renderText({ title, parts }: Document): string {
  const block = [
    ...paragraph(title, COLUMNS, "title"),
    ...parts.map(withSentence).flatMap((part) => {
      if (part.kind === "prose" && part.text.length === 0) return [];
      const apart = part.kind === "prose" || part.kind === "figure";
      return [...(apart ? [BLANK] : []), ...partBlock(part, COLUMNS, true)];
    }),
  ];
  return render(block, plainPalette);
}

/** Parts as a terminal shows them, without those that are empty or only for pages. */
export function terminal(parts: readonly Part[], columns: number): Block {
  return parts.flatMap((part) => partBlock(part, columns, false));
}

/** A titled section; nothing when it would be empty. */
export function section(title: string, block: Block, columns = Number.POSITIVE_INFINITY): Block {
  return block.length === 0 ? [] : [BLANK, ...paragraph(title, columns, "title"), ...indented(2, block)];
}

function partBlock(part: Part, columns: number, whole: boolean): Block {
  const room = columns - 2;
  switch (part.kind) {
    case "prose":
      return wrap(part.text, columns, part.hang);
    case "list":
      return part.caption === "" ? listBlock(part, columns) : section(part.caption, listBlock(part, room), columns);
    case "signs":
      return section(part.caption, part.block(room), columns);
    case "group": {
      const inner = part.parts.flatMap((one) => partBlock(one, room, whole));
      return section(part.caption, inner, columns);
    }
    case "figure":
      return wrap(line(`[Picture] ${part.caption}. ${part.alternative}`), columns, 2);
    case "table":
      if (part.caption === "") return tableBlock(part, columns, whole);
      if (part.about === undefined) return section(part.caption, tableBlock(part, room, whole), columns);
      return [
        ...wrap(line(span(part.caption, "strong"), span(part.about, "faint")), columns, 4),
        ...tableBlock(part, columns, whole),
      ];
  }
}

function listBlock({ items, as, step = 2, hang = 2 }: ListPart, columns: number): Block {
  if (as === "tree") return items.flatMap((item) => treeBlock(item, columns, "", ""));
  const mark = as === "lines" ? "" : "- ";
  const itemBlock = ({ text, more = [], below = [] }: Item, depth: number): Block => [
    ...indented(depth * step, wrap(line(mark, ...lineOf(text)), columns - depth * step, mark.length || hang)),
    ...more.flatMap((one) => indented(step, wrap(one.text, columns - step, one.hang))),
    ...below.flatMap((one) => itemBlock(one, depth + 1)),
  ];
  return items.flatMap((item) => itemBlock(item, 0));
}

/** An item with its branches. */
function treeBlock({ text, more = [], below = [] }: Item, columns: number, first: string, rest: string): Block {
  const stem = below.length > 0 ? "│ " : "  ";
  const ownLines = [
    ...wrap(lineOf(text), columns - first.length - 2, 4),
    ...more.flatMap((one) => wrap(line("  ", ...one.text), columns - rest.length - 4, one.hang + 2)),
  ];
  return [
    ...ownLines.map((one, k) => line(span(k === 0 ? first : rest + stem, "faint"), ...one)),
    ...below.flatMap((one, k) => {
      const last = k === below.length - 1;
      return treeBlock(one, columns, `${rest}${last ? "└─ " : "├─ "}`, `${rest}${last ? "   " : "│  "}`);
    }),
  ];
}

function lineOf(text: string | Line): Line {
  return typeof text === "string" ? line(text) : text;
}

function tableBlock(table: TablePart, whole: number, all: boolean): Block {
  const columns = all ? table.columns.map(placeOnPage) : table.columns;
  const heads = columns.map(({ head }) => prose(head, "strong"));
  const hasHeads = all ? isHeaded(table) : table.heads !== undefined;
  const widths = widthsOf(columns, hasHeads ? [heads, ...table.rows] : table.rows, whole);
  const laid = { columns, widths, whole };
  const hasRule = all || table.heads === "ruled";
  const across = all ? widths.reduce((sum, one) => sum + one + GAP, -GAP) : whole;
  return [
    ...(hasHeads ? rowBlock(laid, all ? heads : withoutUnder(columns, heads)) : []),
    ...(hasHeads && hasRule ? [line(span("─".repeat(across), "faint"))] : []),
    ...table.rows.flatMap((cells, k) => {
      const goesOn = table.grouped === true && k > 0 && isSameCell(cells[0], table.rows[k - 1]?.[0]);
      const block = rowBlock(laid, goesOn ? ["", ...cells.slice(1)] : cells);
      return table.grouped === true && k > 0 && !goesOn ? [BLANK, ...block] : block;
    }),
  ];
}

/** In a whole text, columns for pages only are beside the others. */
function placeOnPage({ place, ...column }: Column): Column {
  return place === "under" ? { ...column, place } : column;
}

function withoutUnder(columns: readonly Column[], heads: readonly TableCell[]): readonly TableCell[] {
  return heads.map((head, k) => (columns[k]?.place === undefined ? head : []));
}

function isSameCell(one: TableCell | undefined, other: TableCell | undefined): boolean {
  return JSON.stringify(linesOf(one)) === JSON.stringify(linesOf(other));
}

/** The columns of a table in a text of a given width. */
export interface Laid {
  readonly columns: readonly Column[];
  readonly widths: readonly number[];
  readonly whole: number;
}

/** A row of a table. Cells under it begin at its second column. */
export function rowBlock({ columns, widths, whole }: Laid, cells: readonly TableCell[]): Block {
  const parts = columns.map(({ hang = 2, place, ids }, k) => ({
    columns: nth(widths, k),
    place,
    block: linesOf(cells[k]),
    hang: hangOf(cells[k]) ?? hang,
    ids,
  }));
  const fitBlock = ({ columns: room, block, hang, ids }: (typeof parts)[number]) => ({
    columns: room,
    block: block.flatMap((one) => wrap(one, room, hang, ids)),
  });
  const [first, ...others] = parts.filter(({ place }) => place === undefined).map(fitBlock);
  const underneath = parts.filter(({ place, block }) => place === "under" && block.length > 0);
  if (first === undefined) return [];
  if (underneath.length === 0) return beside([first, ...others], GAP);
  const room = whole - first.columns - GAP;
  const right = [...beside(others, GAP), ...underneath.flatMap((one) => fitBlock({ ...one, columns: room }).block)];
  return beside([first, { columns: room, block: right }], GAP);
}

function hangOf(cell: TableCell | undefined): number | undefined {
  return typeof cell === "object" && "hang" in cell ? cell.hang : undefined;
}

/** How wide each column is: as its sizes say, or else as its content. If that is too wide, the widest columns are narrowed. */
export function widthsOf(
  columns: readonly Column[],
  rows: readonly (readonly TableCell[])[],
  whole: number,
): readonly number[] {
  const besideCount = columns.filter(({ place }) => place === undefined).length;
  const room = whole - GAP * (besideCount - 1);
  const laid = columns.some(({ size, share, rest }) => (size ?? share ?? rest) !== undefined);
  const natural = columns.map(({ place, size, share, rest, least = 1, most = laid ? 24 : room }, k) => {
    if (place !== undefined || share !== undefined || rest !== undefined) return 0;
    const widest = rows.reduce((max, cells) => Math.max(max, ...linesOf(cells[k]).map(lineWidth)), least);
    return size ?? Math.min(most, widest);
  });
  const usedWidth = natural.reduce((sum, one) => sum + one, 0);
  if (laid) {
    const hasShares = columns.some(({ share }) => share !== undefined);
    const free = Math.max(hasShares ? 30 : 4, room - usedWidth);
    const shares = columns.map(({ share }, k) => (share === undefined ? nth(natural, k) : Math.floor(share * free)));
    const remainder = free - (shares.reduce((sum, one) => sum + one, 0) - usedWidth);
    return columns.map(({ rest }, k) => (rest === undefined ? nth(shares, k) : remainder - rest));
  }
  let most = room;
  const total = (): number => natural.reduce((sum, one) => sum + Math.min(one, most), 0);
  while (total() > room && most > 4) most -= 1;
  return natural.map((one) => Math.min(one, most));
}
