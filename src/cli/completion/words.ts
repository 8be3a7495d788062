/** What can be completed: commands with their options, and the words that an argument or an option takes. */
import { actIds } from "../../events/index.ts";
import type { OptionRow } from "../command.ts";
import { commands } from "../commands.ts";
import { bundledScenarios } from "../input.ts";

/** An option as a completion needs it. */
export interface CompletedOption {
  readonly flag: string;
  readonly does: string;
  readonly takesValue: boolean;
  readonly words: readonly string[];
}

/** A command as a completion needs it. */
export interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** Words that its arguments may be. */
  readonly words: readonly string[];
  /** Whether its arguments may be files. */
  readonly files: boolean;
}

/** Every command with its words. */
export function completions(): readonly CompletedCommand[] {
  const listed = commands.map(({ name, summary, args, options }) => ({
    name,
    summary,
    options: options.map(optionOf),
    words: wordsFor(args),
    files: args.includes("file"),
  }));
  const help = {
    name: "help",
    summary: "help on a command",
    options: [],
    words: commands.map(({ name }) => name),
    files: false,
  };
  return [...listed, help];
}

function optionOf({ flags, does, choices = [] }: OptionRow): CompletedOption {
  const [flag = "", value] = flags.split(" ");
  return { flag, does, takesValue: value !== undefined, words: value === "<act>" ? actIds : choices };
}

function wordsFor(args: string): readonly string[] {
  if (args.includes("file")) return bundledScenarios();
  if (args.includes("act")) return actIds;
  if (args.includes("shell")) return ["bash", "zsh", "fish"];
  return [];
}
