/** A document as plain text: for a console, and where HTML or pictures are not seen. */
import { nth } from "../problem/index.ts";
import type { Document, Item, Part, TableCell, TablePart } from "./document.ts";
import { BLANK, type Block, line, render, span } from "./line.ts";
import { plainPalette } from "./palette.ts";
import { width } from "./width.ts";
import { beside, wrap } from "./wrap.ts";

const COLUMNS = 100;
const GAP = 2;

/** The text of a document, at most 100 columns wide. */
export function renderText({ title, parts }: Document): string {
  const block = [...wrap(line(span(title, "title")), COLUMNS), ...parts.flatMap((part) => [BLANK, ...blockOf(part)])];
  return render(block, plainPalette);
}

function blockOf(part: Part): Block {
  switch (part.kind) {
    case "prose":
      return wrap(line(part.text), COLUMNS);
    case "list":
      return [
        ...captionOf(part.caption),
        ...part.items.flatMap((item, k) => branchOf(item, part.ordered === true ? `${k + 1}. ` : "- ", 0)),
      ];
    case "figure":
      return wrap(line(`[Picture] ${part.caption}. ${part.alternative}`), COLUMNS, 2);
    case "table":
      return [...captionOf(part.caption), ...tableOf(part)];
  }
}

function captionOf(caption: string): Block {
  return wrap(line(span(caption, "strong")), COLUMNS);
}

function branchOf({ text, below = [] }: Item, mark: string, depth: number): Block {
  const indent = "  ".repeat(depth);
  const own = wrap(line(`${indent}${mark}${text}`), COLUMNS, indent.length + mark.length);
  return [...own, ...below.flatMap((each) => branchOf(each, "- ", depth + 1))];
}

function tableOf({ heads, rows }: TablePart): Block {
  const widths = widthsOf([heads, ...rows]);
  const row = (cells: readonly TableCell[]): Block =>
    beside(
      cells.map((cell, k) => ({
        columns: nth(widths, k),
        block: linesOf(cell).flatMap((one) => wrap(line(one), nth(widths, k), 2)),
      })),
      GAP,
    );
  const rule = line(span("─".repeat(widths.reduce((sum, one) => sum + one + GAP, -GAP)), "faint"));
  return [...(heads.length === 0 ? [] : [...row(heads), rule]), ...rows.flatMap(row)];
}

/** As wide as what stands in it; where all together are too wide, the widest give way. */
function widthsOf(rows: readonly (readonly TableCell[])[]): readonly number[] {
  const count = Math.max(...rows.map((cells) => cells.length));
  const wanted = Array.from({ length: count }, (_, k) =>
    Math.max(1, ...rows.flatMap((cells) => linesOf(cells[k] ?? "").map((one) => width(one)))),
  );
  const room = COLUMNS - GAP * (count - 1);
  let most = room;
  const total = (): number => wanted.reduce((sum, one) => sum + Math.min(one, most), 0);
  while (total() > room && most > 4) most -= 1;
  return wanted.map((one) => Math.min(one, most));
}

function linesOf(cell: TableCell): readonly string[] {
  return (typeof cell === "string" ? cell : cell.text).split("\n");
}
