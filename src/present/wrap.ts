/** Wrapping: a line broken into lines that fit, and blocks set beside each other in columns. */
import { type Block, type Line, lineWidth, type Span } from "./line.ts";
import { fitting, width } from "./width.ts";

/**
 * Breaks a line at spaces so that none is wider than `columns`; a word that is wider is broken where it must be.
 *
 * @param hang by how much the second and later lines are moved to the right
 */
export function wrap(one: Line, columns: number, hang = 0): Block {
  if (lineWidth(one) <= columns) return [one];
  const room = Math.max(4, columns);
  const lines: Span[][] = [[]];
  let used = 0;
  for (const word of wordsOf(one)) {
    let rest = word;
    while (rest.text !== "") {
      const free = room - used;
      const needed = width(rest.text.trimEnd());
      if (needed <= free) {
        lines.at(-1)?.push(rest);
        used += width(rest.text);
        break;
      }
      const begun = used > (lines.length > 1 ? hang : 0);
      if (!begun || needed > room - hang) {
        const head = begun && free < 8 ? "" : fitting(rest.text, free);
        if (head !== "") lines.at(-1)?.push({ ...rest, text: head });
        rest = { ...rest, text: rest.text.slice(head.length) };
      }
      lines.push(hang > 0 ? [{ text: " ".repeat(hang) }] : []);
      used = hang;
      rest = { ...rest, text: rest.text.trimStart() };
    }
  }
  return lines;
}

/** A column: how wide it is, and what stands in it. */
export interface Cell {
  readonly columns: number;
  readonly block: Block;
}

/** Sets blocks beside each other, each in a column of its width, with so many spaces between them. */
export function beside(cells: readonly Cell[], gap = 2): Block {
  const height = Math.max(...cells.map(({ block }) => block.length));
  return Array.from({ length: height }, (_, row) =>
    cells.flatMap(({ columns, block }, k) => {
      const one = block[row] ?? [];
      if (k === cells.length - 1) return one;
      return [...one, { text: " ".repeat(Math.max(0, columns - lineWidth(one)) + gap) }];
    }),
  );
}

/** The words of a line, each with the spaces that follow it. */
function wordsOf(one: Line): readonly Span[] {
  return one.flatMap((piece) => (piece.text.match(/ *[^ ]+ *|^ +$/g) ?? []).map((text) => ({ ...piece, text })));
}
