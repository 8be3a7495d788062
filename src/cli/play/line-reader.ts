/** Lines of input, typed or from a pipe, with the line ends of any system. */
import { createInterface, type Interface, type ReadLineOptions } from "node:readline";
import { Duplex } from "node:stream";
import { decodePieces } from "../../problem/index.ts";

/** Reads lines from a terminal, with editing and completion, or else from standard input. */
export function createLineReader(terminal: boolean, completer?: ReadLineOptions["completer"]): Interface {
  const crlfDelay = Number.POSITIVE_INFINITY;
  if (terminal) {
    const completing = completer === undefined ? {} : { completer };
    return createInterface({ input: process.stdin, output: process.stdout, crlfDelay, ...completing });
  }
  const input = Duplex.from((pieces: AsyncIterable<Uint8Array>) => decodePieces(pieces));
  const reader = createInterface({ input: process.stdin.pipe(input), crlfDelay });
  // Input after the end is neither used nor waited for.
  reader.on("close", () => process.stdin.destroy());
  return reader;
}
