/** Writing whole: a disk may take a text in pieces before it takes no more. */
import { fstatSync, writeSync } from "node:fs";

export function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/**
 * Has standard output written whole where it is a file. Node's own stream takes what the disk took of a text for all of
 * it: on a disk that fills up, the end of an output would be missing without a word.
 */
export function writeOutputWhole(): void {
  const { stdout } = process;
  // A stream put in its place has no file descriptor.
  if (typeof stdout.fd !== "number" || !fstatSync(stdout.fd).isFile()) return;
  stdout._write = (chunk: Buffer | string, encoding, done) => {
    try {
      writeWhole(stdout.fd, typeof chunk === "string" ? Buffer.from(chunk, encoding) : chunk);
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  };
}
