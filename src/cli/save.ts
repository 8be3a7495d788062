/** Saving: a file that was read is written to only while it is what was read. */
import { realpathSync, statSync } from "node:fs";
import { Problem, visibleLine } from "../problem/index.ts";
import type { Input } from "./input.ts";
import { replace } from "./write.ts";

/**
 * Puts another text in the place of a file's.
 *
 * @throws Problem when there is no file to write to, or it has changed since it was read, or another is writing
 */
export function save(input: Input, text: string): void {
  replace(savable(input), text, { shown: input.file, was: input.hash });
}

/**
 * The file that an input is saved to, behind all links.
 *
 * @throws Problem when the input is no file of the user's
 */
export function savable({ path, file }: Input): string {
  const target = path === undefined ? undefined : realOf(path);
  if (target !== undefined && statSync(target, { throwIfNoEntry: false })?.isFile()) return target;
  throw new Problem(
    "unwritable",
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
