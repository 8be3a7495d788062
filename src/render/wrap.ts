/** Wrapping: a line broken into lines that fit, and blocks set beside each other in columns. */
import { type Block, type Line, line, lineWidth, type Span, span } from "./line.ts";
import type { Style } from "./palette.ts";
import { fitting } from "./width.ts";

/**
 * Breaks a line at spaces into lines of at most `columns`. A wider word is broken where it must be.
 *
 * @param hang by how much the second and later lines are moved to the right
 * @param hyphens whether a word that is wider is broken after a hyphen, where it has one
 */
export function wrap(one: Line, columns: number, hang = 0, hyphens = false): Block {
  if (lineWidth(one) <= columns) return [one];
  const room = Math.max(4, columns);
  const lines: Line[] = [];
  let current: Line = [];
  let start = 0;
  const close = (): void => {
    lines.push(trimWord(current));
    current = [{ text: " ".repeat(hang) }];
    start = hang;
  };
  for (const word of wordsOf(one)) {
    let rest = word;
    if (lineWidth(current) > start && lineWidth(current) + lineWidth(trimWord(rest)) > room) close();
    while (lineWidth(current) + lineWidth(trimWord(rest)) > room) {
      const [head, tail] = cut(rest, room - lineWidth(current), hyphens);
      current = [...current, ...head];
      close();
      rest = tail;
    }
    current = [...current, ...rest];
  }
  return [...lines, trimWord(current)];
}

/** A text in one style, broken as {@link wrap} does. */
export function paragraph(text: string, columns: number, style?: Style, hang = 0): Block {
  return wrap(line(span(text, style)), columns, hang);
}

/** A column: its width and its content. */
export interface Column {
  readonly columns: number;
  readonly block: Block;
}

/** Sets blocks beside each other, each in a column of its width, with `gap` spaces between them. */
export function beside(cells: readonly Column[], gap = 2): Block {
  const height = Math.max(...cells.map(({ block }) => block.length));
  return Array.from({ length: height }, (_, row) =>
    cells.flatMap(({ columns, block }, k) => {
      const one = block[row] ?? [];
      if (k === cells.length - 1) return one;
      return [...one, { text: " ".repeat(Math.max(0, columns - lineWidth(one)) + gap) }];
    }),
  );
}

/** The words of a line, each with the spaces that follow it; a word may have several styles. */
function wordsOf(one: Line): readonly Line[] {
  const pieces = one.flatMap((piece) => (piece.text.match(/^ +| *[^ ]+ */g) ?? []).map((text) => ({ ...piece, text })));
  return pieces.reduce<Span[][]>((words, piece) => {
    const word = words.at(-1);
    if (word === undefined || word.at(-1)?.text.endsWith(" ")) words.push([piece]);
    else word.push(piece);
    return words;
  }, []);
}

/** A word without the spaces after it. */
function trimWord(word: Line): Line {
  return word.map((piece, k) => (k === word.length - 1 ? { ...piece, text: piece.text.replace(/ +$/, "") } : piece));
}

/** A word cut in two, the first part as wide as the room allows. */
function cut(word: Line, room: number, hyphens: boolean): readonly [Line, Line] {
  const [first, ...others] = word;
  if (first === undefined) return [[], []];
  const left = room - lineWidth([first]);
  if (others.length > 0 && left > 0) {
    const [head, tail] = cut(others, left, hyphens);
    return [[first, ...head], tail];
  }
  const most = fitting(first.text, room);
  const hyphen = hyphens ? most.lastIndexOf("-") : 0;
  const head = hyphen > 0 && most !== first.text ? most.slice(0, hyphen + 1) : most;
  const tail = { ...first, text: first.text.slice(head.length) };
  return [[{ ...first, text: head }], tail.text === "" ? others : [tail, ...others]];
}
