/** Saving: a file is replaced whole or not at all, and only while it is what was read. */
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { visibleLine } from "../scenario/index.ts";
import { UsageError } from "./exit.ts";
import type { Input } from "./input.ts";
import { hashOf } from "./write.ts";

/**
 * Puts another text in the place of a file's.
 *
 * The new text is written beside the file under a name that only one process can hold, and takes the file's place in
 * one step: so that of several writers one is first, and the others find a file that has changed.
 *
 * @throws UsageError when there is no file to write to, or it has changed since it was read, or another is writing
 */
export function save(input: Input, text: string): void {
  const target = savable(input);
  const shown = visibleLine(input.file);
  const beside = join(dirname(target), `.${basename(target)}.new`);
  let held = false;
  try {
    accessSync(target, constants.W_OK);
    const { mode, uid, gid } = statSync(target);
    writeFileSync(beside, "", { flag: "wx" });
    held = true;
    writeFileSync(beside, text, { flush: true });
    if (uid !== process.geteuid?.()) chownSync(beside, uid, gid);
    chmodSync(beside, mode);
    if (hashOf(readFileSync(target)) !== input.hash)
      throw new UsageError(`${shown} was changed in the meantime; nothing was written. Try again.`);
    renameSync(beside, target);
  } catch (error) {
    if (held) rmSync(beside, { force: true });
    if (!(error instanceof Error && "code" in error)) throw error;
    if (error.code === "EEXIST") {
      throw new UsageError(
        `${shown} is being written to; nothing was written. Try again. If nobody is writing, remove ${visibleLine(beside)}.`,
      );
    }
    throw new UsageError(`${shown} can't be written: ${visibleLine(error.message)}. Nothing was changed.`);
  }
}

/**
 * The file that an input is saved to, behind all links.
 *
 * @throws UsageError when the input is no file of the user's
 */
export function savable({ path, file }: Input): string {
  const target = path === undefined ? undefined : realOf(path);
  if (target !== undefined && statSync(target, { throwIfNoEntry: false })?.isFile()) return target;
  throw new UsageError(
    `${visibleLine(file)} can't be written to. Copy it into a file of your own first, and name that file.`,
  );
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
