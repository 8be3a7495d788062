/** A text that comes in pieces, as blocks of whole lines: no line is longer than what is held back. */
import { Problem } from "../../problem/index.ts";

/** Cuts what has come so far at the ends of lines. */
export interface Blocks {
  /** The lines that are whole by now; empty when none is. */
  readonly add: (piece: string) => string;
  readonly end: () => string;
}

/** Maximum length of a row: in a longer one a quote was never closed. */
const MAX_ROW_LENGTH = 1 << 24;

/**
 * Blocks of lines.
 *
 * @param quotes whether the end of a line within quotes ends no row
 * @throws Problem `no-table` when a row never ends
 */
export function blocksOf(file: string, quotes: boolean): Blocks {
  let rest = "";
  let inQuotes = false;
  return {
    add: (piece) => {
      const cut = quotes ? cutOf(piece, inQuotes) : { at: piece.lastIndexOf("\n") + 1, inQuotes: false };
      inQuotes = cut.inQuotes;
      const block = cut.at === 0 ? "" : rest + piece.slice(0, cut.at);
      rest = cut.at === 0 ? rest + piece : piece.slice(cut.at);
      if (rest.length > MAX_ROW_LENGTH) {
        throw new Problem("no-table", `${file} has a row that never ends.`, {
          expected: "A quote is not closed, or this is no table of text.",
        });
      }
      return block;
    },
    end: () => rest,
  };
}

/** Where the last line ends that ends outside quotes, and whether a quote is open at the end. */
function cutOf(piece: string, openBefore: boolean): { readonly at: number; readonly inQuotes: boolean } {
  let open = openBefore;
  let at = 0;
  let from = 0;
  for (;;) {
    const quote = piece.indexOf('"', from);
    const to = quote < 0 ? piece.length : quote;
    if (!open) {
      const end = piece.lastIndexOf("\n", to - 1) + 1;
      if (to > from && end > from) at = end;
    }
    if (quote < 0) return { at, inQuotes: open };
    open = !open;
    from = quote + 1;
  }
}
