/** Grids: a number in each cell, darker for more. Columns have numbers, which a list explains. */
import { column, type Drawn, stackDrawings } from "../content.ts";
import { measure } from "../font/measure.ts";
import type { Sheet } from "../picture.ts";
import { element, SMALL, textAt } from "../svg.ts";
import type { Token } from "../tokens.ts";

/** The content of a grid. */
export interface Grid {
  /** Names of the rows, or numbers if there is no room for names. */
  readonly rows: readonly string[];
  readonly columns: number;
  readonly cell: (row: number, column: number) => { readonly shade: number; readonly text: string };
  readonly fill: Token;
}

/** The place of a grid, and the width of its rows' names. */
export interface GridPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly names: number;
}

/** The strongest shade: letters on it can be read, on light paper and on dark. */
export const MAX_SHADE = 0.5;
const SIZE = 12;
const ROW = 26;

/** A grid, with the numbers of its columns over it. */
export function drawGrid(
  sheet: Sheet,
  { rows, columns, cell, fill }: Grid,
  { x, y, width, names }: GridPlace,
): Drawn & { readonly width: number } {
  const from = x + names;
  const wide = Math.min(64, (width - names) / Math.max(1, columns));
  const middle = (k: number): number => from + (k + 0.5) * wide;
  const heads = Array.from({ length: columns }, (_, k) =>
    textAt(sheet, { x: middle(k), y: y + 13, text: String(k + 1), ...SMALL, anchor: "middle" }),
  );
  const { body, end } = stackDrawings(y + 20, [...rows.entries()], ([row, name], at) => {
    const label = column(sheet, { x, y: at + 4, width: names - 10 }, [{ text: name, size: SIZE, most: 2 }]);
    const height = Math.max(ROW, label.height + 8);
    const cells = Array.from({ length: columns }, (_, k) => {
      const { shade, text } = cell(row, k);
      const place = { x: from + k * wide, y: at, width: wide, height };
      const look = { fill: sheet.colour(fill), "fill-opacity": shadeOf(shade), stroke: sheet.colour("paper") };
      const number = textAt(sheet, { x: middle(k), y: at + height / 2 + 4, text, size: SIZE, anchor: "middle" });
      return (
        element("rect", { ...place, fill: sheet.colour("panel") }) + element("rect", { ...place, ...look }) + number
      );
    });
    return { body: label.body + cells.join(""), height };
  });
  return { body: heads.join("") + body, height: end - y, width: names + columns * wide };
}

function shadeOf(shade: number): string {
  return (Math.min(1, Math.max(0, shade)) * MAX_SHADE).toFixed(3);
}

/** What the shades mean, from one end to the other. */
export function gridKey(
  sheet: Sheet,
  fill: Token,
  [low, high]: readonly [string, string],
  x: number,
  y: number,
): Drawn {
  const first = textAt(sheet, { x, y: y + 12, text: low, ...SMALL });
  const from = x + measure(low, SIZE) + 8;
  const steps = Array.from({ length: 8 }, (_, k) => {
    const look = { width: 14, height: 14, fill: sheet.colour(fill), "fill-opacity": shadeOf(k / 7) };
    return element("rect", { x: from + k * 14, y: y + 1, ...look });
  });
  const last = textAt(sheet, { x: from + 8 * 14 + 8, y: y + 12, text: high, ...SMALL });
  return { body: first + steps.join("") + last, height: 24 };
}

/** A list of what the numbers mean. */
export function numberedList(sheet: Sheet, texts: readonly string[], place: Omit<GridPlace, "names">): Drawn {
  const looks = { x: place.x + 18, size: SIZE, weight: 600, anchor: "end" } as const;
  const { body, end } = stackDrawings(
    place.y,
    [...texts.entries()],
    ([k, text], y) => {
      const number = textAt(sheet, { y: y + SIZE, text: String(k + 1), ...looks });
      const meaning = column(sheet, { x: place.x + 26, y, width: place.width - 26 }, [{ text, size: SIZE, most: 3 }]);
      return { body: number + meaning.body, height: meaning.height };
    },
    3,
  );
  return { body, height: end - place.y };
}
