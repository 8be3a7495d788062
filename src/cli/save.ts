/** Saving: a file is written only if it has not changed since it was read. */

import { realpathSync, statSync } from "node:fs";
import { addInventedWhatIf, type InventedWhatIf, option } from "../crisis/index.ts";
import { encodeLike, Problem, shellWord, visibleLine } from "../problem/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { Input } from "./input.ts";
import type { Io } from "./io.ts";
import { replace } from "./write.ts";

/**
 * Replaces the text of a file.
 *
 * @throws Problem when there is no file to write to, or it has changed since it was read, or another is writing
 */
export function save(input: Input, text: string): void {
  replace(saveTarget(input), encodeLike(input.bytes, text), { shown: input.file, was: input.hash });
}

/** The file that an input is saved to, behind all links. @throws Problem when the input is no file of the user's */
export function saveTarget({ path, file }: Input): string {
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

/** The name under which a what-if is saved, and where. */
export interface SaveRequest {
  readonly name: string;
  readonly input: Input;
  readonly scenario: Scenario;
  readonly io: Io;
}

/**
 * Writes a what-if into its file with the contracts that it breaks, and says where it is.
 *
 * @param describeBreaks what to say after its name, given the contracts that it breaks
 * @throws Problem when the file would not be right any more, can't be written, or has changed
 */
export function saveWhatIf(
  invented: InventedWhatIf,
  { name, input, scenario, io }: SaveRequest,
  describeBreaks: (breaks: readonly string[]) => string = () => "",
): void {
  saveTarget(input);
  const { text, lines, breaks } = addInventedWhatIf(invented, { name, source: input, scenario }, option("save"));
  save(input, text);
  const where = visibleLine(input.file);
  io.say(`Wrote ${name}${describeBreaks(breaks)} into ${where}: ${lines.length} lines added, nothing else changed.`);
  io.say(`See it: demarche replay ${shellWord(where)} --what-if ${name}`);
}
