/** Flow: items in lines, as words in a paragraph; a key of signs is laid out so. */

/** An item with its width, and how it is drawn from its left end and base line. */
export interface Item {
  readonly width: number;
  readonly draw: (x: number, y: number) => string;
}

/** Draws items from the left, line by line. */
export function flow(
  items: readonly Item[],
  left: number,
  right: number,
  y: number,
  gap = 18,
  line = 19,
): { readonly svg: string; readonly height: number } {
  let x = left;
  let row = 0;
  const drawn = items.map(({ width, draw }) => {
    if (x > left && x + width > right) {
      x = left;
      row += 1;
    }
    const svg = draw(x, y + row * line);
    x += width + gap;
    return svg;
  });
  return { svg: drawn.join(""), height: items.length === 0 ? 0 : (row + 1) * line };
}
