/** The Jupyter notebook format, version 4.5: cells in, the same bytes out every time. */

import { UNSEALED, withSeal } from "../../page/index.ts";

/** A cell, before it is written. */
export interface Cell {
  readonly type: "markdown" | "code";
  /** Within its notebook no two alike; letters, digits, hyphens; at most 64 of them. */
  readonly id: string;
  readonly source: string;
  readonly tags?: readonly string[];
}

/**
 * A notebook for the Deno kernel, without outputs, laid out as Jupyter itself writes it.
 *
 * @param cells in order
 */
export function ipynb(cells: readonly Cell[]): string {
  return withSeal(
    `${JSON.stringify({ cells: cells.map(written), metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`,
  );
}

const metadata = {
  demarche: { built: UNSEALED },
  kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
  language_info: {
    codemirror_mode: "typescript",
    file_extension: ".ts",
    mimetype: "text/x.typescript",
    name: "typescript",
    nbconvert_exporter: "script",
    pygments_lexer: "typescript",
  },
};

/** Keys stand in the order of the alphabet, as Jupyter sorts them. */
function written({ type, id, source, tags = [] }: Cell): object {
  const tagged = tags.length === 0 ? {} : { tags };
  // A long table is shown whole: Jupyter would put it into a box of a few lines with a scroll bar.
  const metadata = type === "code" ? { scrolled: false, ...tagged } : tagged;
  const lines = source.split(/(?<=\n)/);
  return type === "code"
    ? { cell_type: "code", execution_count: null, id, metadata, outputs: [], source: lines }
    : { cell_type: "markdown", id, metadata, source: lines };
}
