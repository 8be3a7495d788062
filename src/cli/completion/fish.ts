/** Completion for fish. */
import type { CompletedCommand } from "./words.ts";

/** The script: load it with `demarche completion fish | source`. */
export function fish(commands: readonly CompletedCommand[]): string {
  return [
    "# fish completion for demarche: demarche completion fish | source",
    "complete -c demarche -f",
    ...commands.map(
      ({ name, summary }) => `complete -c demarche -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ),
    ...commands.flatMap(linesOf),
  ].join("\n");
}

function linesOf({ name, options, words, files }: CompletedCommand): readonly string[] {
  const base = `complete -c demarche -n '__fish_seen_subcommand_from ${name}'`;
  return [
    ...(files ? [`${base} -F`] : []),
    ...(words.length > 0 ? [`${base} -a ${quoted(words.join(" "))}`] : []),
    ...options.map(({ flag, does, takesValue, words: values }) => {
      const value = takesValue ? ` -x${values.length > 0 ? ` -a ${quoted(values.join(" "))}` : ""}` : "";
      return `${base} -l ${flag.replace(/^--/, "")} -d ${quoted(does)}${value}`;
    }),
  ];
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
