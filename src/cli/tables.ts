/** Files of tables that others collected: read in pieces, with progress on a terminal, and the kind of each. */
import { createReadStream, statSync } from "node:fs";
import { type ImportKind, importKindNames, importKinds, kindOfTable } from "../evidence/index.ts";
import { decodePieces, nearest, Problem, visibleLine } from "../problem/index.ts";
import { createProgress, progressTerminal } from "./progress.ts";
import { isSystemError } from "./system-error.ts";

/** The text of a file, or of standard input (`-`), in pieces. */
async function* tablePieces(path: string): AsyncGenerator<string, undefined, undefined> {
  const size = path === "-" ? 0 : (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
  const progress = createProgress(size, 0, "bytes", progressTerminal());
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
    return yield* decodePieces(counted());
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === "ENOENT") throw new Problem("no-such-file", `There is no file ${visibleLine(path)}.`);
    if (error.code === "EISDIR") throw new Problem("unreadable", `${visibleLine(path)} is a directory.`);
    throw new Problem("unreadable", `${visibleLine(path)} can't be read: ${visibleLine(error.message)}.`);
  } finally {
    progress.clear();
  }
}

export async function readWholeTable(path: string): Promise<string> {
  let text = "";
  for await (const piece of tablePieces(path)) text += piece;
  return text;
}

/**
 * Feeds a table, piece by piece, to a reader for its kind: the kind that was named, or the one its first line shows.
 *
 * @throws Problem as {@link kindOfFile} does
 */
export async function feedTable<Reader extends { readonly add: (piece: string) => void }>(
  path: string,
  named: TableHints,
  begin: (kind: ImportKind) => Reader,
): Promise<Reader> {
  const pieces = tablePieces(path);
  const first = await pieces.next();
  const reader = begin(kindOfFile(first.value ?? "", named));
  if (!first.done) reader.add(first.value);
  for await (const piece of pieces) reader.add(piece);
  return reader;
}

/** What is known of a table before it is read: its name, the kind that was named, and what to say when the kind is unknown. */
interface TableHints {
  readonly file: string;
  readonly named?: string | undefined;
  readonly expected?: string;
}

/**
 * The kind that was named, or else the one whose columns the first line has.
 *
 * @param piece the beginning of the table
 * @throws Problem `no-table` when the kind is unknown, with the nearest column
 */
export function kindOfFile(piece: string, { file, named, expected = EXPECTED_KIND }: TableHints): ImportKind {
  const known = importKindNames.find((kind) => kind === named);
  if (known !== undefined) return known;
  const line = piece.replace(/^\ufeff?\s*/, "").split("\n", 1)[0] ?? "";
  if (line === "") throw new Problem("no-table", `${file} is empty.`, { expected: "Expected a table." });
  const found = kindOfTable(line);
  if (found !== undefined) return found;
  const columns = importKindNames.flatMap((kind) => importKinds[kind].table.columns);
  const strange = line.split(/[,;\t|]/).filter((name) => !columns.includes(name.trim().toLowerCase()));
  const almost = strange.flatMap((name) => nearest(name.trim(), columns) ?? []);
  throw new Problem("no-table", `The first line of ${file} names the columns of no table that is known.`, {
    suggestion: almost[0],
    expected,
  });
}

const EXPECTED_KIND = `Say which it is: --kind ${importKindNames.join(", ")}.`;
