/** `completion`: prints the script that teaches a shell to complete commands, options and bundled scenarios. */
import { Problem, visibleLine } from "../../problem/index.ts";
import type { Call } from "../command.ts";
import { bash, fish, zsh } from "../completion/shells.ts";
import { completions } from "../completion/words.ts";
import { type ExitCode, exitCodes } from "../exit.ts";

const SHELLS: Readonly<Record<string, typeof bash>> = { bash, zsh, fish };

/** Prints the script of a shell. */
export async function run({ args: [shell = ""], io }: Call): Promise<ExitCode> {
  const script = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
  if (script === undefined) {
    throw new Problem("no-such-shell", `There is no completion for "${visibleLine(shell)}": bash, zsh or fish.`);
  }
  io.write(script(completions()));
  return exitCodes.fine;
}
