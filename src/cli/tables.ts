/** Tables of others as files: in pieces, with progress on a terminal, and what is said of rows that can't be used. */
import { createReadStream, statSync } from "node:fs";
import { type ImportKind, importKindNames, importKinds, kindOfTable, type Refused } from "../evidence/index.ts";
import { decodedPieces, nearest, Problem, visibleLine } from "../problem/index.ts";
import { createProgress, processWatching } from "./progress.ts";
import { isSystemError } from "./system-error.ts";

/** The text of a file, or of standard input (`-`), in pieces. */
export async function* tablePieces(path: string): AsyncGenerator<string, undefined, undefined> {
  const size = path === "-" ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  const progress = createProgress(size, 0, "bytes", processWatching());
  let done = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    const stream: AsyncIterable<Uint8Array> =
      path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 1 << 18 });
    for await (const piece of stream) {
      yield piece;
      done += piece.length;
      if (size > 0) progress.update(done);
    }
  }
  try {
    return yield* decodedPieces(counted());
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === "ENOENT") throw new Problem("no-such-file", `There is no file ${visibleLine(path)}.`);
    throw new Problem("unreadable", `${visibleLine(path)} can't be read: ${visibleLine(error.message)}.`);
  } finally {
    progress.clear();
  }
}

/** The whole text of a table that is small. */
export async function wholeTable(path: string): Promise<string> {
  let text = "";
  for await (const piece of tablePieces(path)) text += piece;
  return text;
}

/** What is said of rows that were left out: how many, by reason, each with the first of them. */
export function refusedLines(refused: ReadonlyMap<string, Refused>): readonly string[] {
  return [...refused].map(([reason, { count, first }]) => {
    const rows = count === 1 ? "1 row" : `${count.toLocaleString("en")} rows`;
    return `Left out ${rows}: ${reason}. The first: ${first.message}`;
  });
}

/**
 * The kind that was named, or else the one whose columns the first line has.
 *
 * @param piece the beginning of the table
 * @throws Problem `no-table` when it is none, with the nearest column
 */
export function kindOfFile(piece: string, named: string | undefined): ImportKind {
  const known = importKindNames.find((kind) => kind === named);
  if (known !== undefined) return known;
  const line = piece.replace(/^\ufeff?\s*/, "").split("\n", 1)[0] ?? "";
  const found = kindOfTable(line);
  if (found !== undefined) return found;
  const columns = importKindNames.flatMap((kind) => importKinds[kind].table.columns);
  const almost = line.split(/[,;\t|]/).flatMap((name) => nearest(name.trim(), columns) ?? []);
  throw new Problem("no-table", "The first line names the columns of no table that is known.", {
    suggestion: almost[0],
    expected: `Say which it is: --kind ${importKindNames.join(", ")}.`,
  });
}
