/** A text that comes in pieces, as blocks of whole lines: no line is longer than what is held back. */
import { Problem } from "../../problem/index.ts";

/** Cuts what has come so far at the ends of lines. */
export interface Blocks {
  /** The lines that are whole by now; empty when none is. */
  readonly add: (piece: string) => string;
  readonly end: () => string;
}

/** Nothing within one row is as long: a quote was never closed. */
const LONGEST = 1 << 24;

/**
 * Blocks of lines.
 *
 * @param quotes whether the end of a line within quotes ends no row
 * @throws Problem `no-table` when a row never ends
 */
export function blocksOf(file: string, quotes: boolean): Blocks {
  let held = "";
  let inQuotes = false;
  return {
    add: (piece) => {
      const found = quotes ? cutOf(piece, inQuotes) : { at: piece.lastIndexOf("\n") + 1, inQuotes: false };
      inQuotes = found.inQuotes;
      const block = found.at === 0 ? "" : held + piece.slice(0, found.at);
      held = found.at === 0 ? held + piece : piece.slice(found.at);
      if (held.length > LONGEST) {
        throw new Problem("no-table", `${file} has a row that never ends.`, {
          expected: "A quote is not closed, or this is no table of text.",
        });
      }
      return block;
    },
    end: () => held,
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
