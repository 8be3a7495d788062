/** The lines that are typed, or that a pipe holds in place of them, as any system writes lines. */
import { createInterface, type Interface, type ReadLineOptions } from "node:readline";
import { Duplex } from "node:stream";
import { decodePieces } from "../../problem/index.ts";

/** Reads lines from a terminal, where they are edited and completed, or else from standard input as it comes. */
export function typedLines(terminal: boolean, completer?: ReadLineOptions["completer"]): Interface {
  const crlfDelay = Number.POSITIVE_INFINITY;
  if (terminal) {
    const completing = completer === undefined ? {} : { completer };
    return createInterface({ input: process.stdin, output: process.stdout, crlfDelay, ...completing });
  }
  const input = Duplex.from((pieces: AsyncIterable<Uint8Array>) => decodePieces(pieces));
  const reader = createInterface({ input: process.stdin.pipe(input), crlfDelay });
  // What is still to come is nobody's, and is not waited for.
  reader.on("close", () => process.stdin.destroy());
  return reader;
}
