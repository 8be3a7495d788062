/** Writing new files, and the hash by which a file is known again. */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { UsageError } from "./exit.ts";

/**
 * Writes a file that is not there yet.
 *
 * @throws UsageError when it is there, or can't be written
 */
export function writeNew(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "EEXIST") throw new UsageError(`${path} exists already; nothing was written.`);
    throw new UsageError(`${path} can't be written: ${error.message}.`);
  }
}

/** SHA-256 of bytes, in hexadecimal. */
export function hashOf(bytes: Buffer | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
