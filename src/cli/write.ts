/** Writing a file whole or not at all, and only if it is still the one that was read. */
import { createHash, randomUUID } from "node:crypto";
import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UsageError } from "./exit.ts";

/**
 * Puts another text into a file. Its mode stays, and a link to it stays a link.
 *
 * @param hash SHA-256 of the bytes that were read
 * @throws UsageError when it can't be written, or has changed since it was read
 */
export function writeWhole(path: string, hash: string, text: string): void {
  const target = realpathSync(path);
  const beside = join(dirname(target), `.${randomUUID()}.yaml`);
  try {
    writeFileSync(beside, text, { flag: "wx" });
    chmodSync(beside, statSync(target).mode);
    if (hashOf(readFileSync(target)) !== hash) {
      throw new UsageError(`${path} was changed in the meantime; nothing was written. Try again.`);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    if (error instanceof UsageError || !(error instanceof Error && "code" in error)) throw error;
    throw new UsageError(`${path} can't be written: ${error.message}. Nothing was changed.`);
  }
}

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
