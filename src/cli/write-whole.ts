/** Writing completely: a disk may take only a part of a text at a time. */
import { fstatSync, writeSync } from "node:fs";

export function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/**
 * Makes standard output write completely when it is a file. Node's own stream assumes that the disk took all of a text: on
 * a disk that fills up, the end of an output would be missing without an error.
 */
export function writeOutputWhole(): void {
  const { stdout } = process;
  // A stream that replaces it has no file descriptor.
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
