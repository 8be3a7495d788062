/** `completion`: prints the script that teaches a shell to complete commands, options and bundled scenarios. */

import { actIds } from "../../events/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import type { Call, OptionRow } from "../command.ts";
import { commands } from "../commands.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { bundledScenarios } from "../input.ts";

const SHELLS: Readonly<Record<string, typeof bash>> = { bash, zsh, fish };

export async function run({ args: [shell = ""], io }: Call): Promise<ExitCode> {
  const script = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
  if (script === undefined) {
    throw new Problem("no-such-shell", `There is no completion for "${visibleLine(shell)}": bash, zsh or fish.`);
  }
  io.write(script(completions()));
  return exitCodes.fine;
}

/** The script: load it with `source <(demarche completion bash)`. */
function bash(commands: readonly CompletedCommand[]): string {
  return `# bash completion for demarche: source <(demarche completion bash)
_demarche() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} --help --version" -- "$current"))
    return
  fi
  case "$command" in
${commands.map(bashBranch).join("\n")}
  esac
}
complete -o filenames -F _demarche demarche`;
}

function bashBranch({ name, options, words, files }: CompletedCommand): string {
  const valued = options.filter(({ takesValue }) => takesValue);
  const cases = valued.map(
    ({ flag, words: values }) =>
      `        ${flag}) COMPREPLY=(${values.length > 0 ? `$(compgen -W "${values.join(" ")}" -- "$current")` : ""}); return ;;`,
  );
  const after = cases.length === 0 ? [] : ['      case "$previous" in', ...cases, "      esac"];
  const all = [...options.map(({ flag }) => flag), "--help", ...words].join(" ");
  return [
    `    ${name})`,
    ...after,
    `      COMPREPLY=($(compgen -W "${all}" -- "$current"))`,
    ...(files ? ['      COMPREPLY+=($(compgen -f -- "$current"))'] : []),
    "      ;;",
  ].join("\n");
}

/** The script: load it with `demarche completion fish | source`. */
function fish(commands: readonly CompletedCommand[]): string {
  return [
    "# fish completion for demarche: demarche completion fish | source",
    "complete -c demarche -f",
    ...commands.map(
      ({ name, summary }) => `complete -c demarche -n __fish_use_subcommand -a ${name} -d ${fishQuoted(summary)}`,
    ),
    ...commands.flatMap(fishLines),
  ].join("\n");
}

function fishLines({ name, options, words, files }: CompletedCommand): readonly string[] {
  const base = `complete -c demarche -n '__fish_seen_subcommand_from ${name}'`;
  return [
    ...(files ? [`${base} -F`] : []),
    ...(words.length > 0 ? [`${base} -a ${fishQuoted(words.join(" "))}`] : []),
    ...options.map(({ flag, does, takesValue, words: values }) => {
      const value = takesValue ? ` -x${values.length > 0 ? ` -a ${fishQuoted(values.join(" "))}` : ""}` : "";
      return `${base} -l ${flag.replace(/^--/, "")} -d ${fishQuoted(does)}${value}`;
    }),
  ];
}

function fishQuoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/** The script: write it as `_demarche` into a folder of `$fpath`, or load it with `source <(demarche completion zsh)`. */
function zsh(commands: readonly CompletedCommand[]): string {
  return `#compdef demarche
# zsh completion for demarche: source <(demarche completion zsh)
_demarche() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${zshQuoted(`${name}:${summary}`)}`).join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${commands.map(zshBranch).join("\n")}
  esac
}
if [ "$funcstack[1]" = "_demarche" ]; then
  _demarche "$@"
else
  compdef _demarche demarche
fi`;
}

function zshBranch({ name, options, words, files }: CompletedCommand): string {
  const specs = options.map(zshSpec);
  const argument = files ? `'*:file:{ compadd -- ${words.join(" ")}; _files }'` : `'*:word:(${words.join(" ")})'`;
  return `    ${name})\n      _arguments ${[...specs, "'--help[this help]'", argument].join(" \\\n        ")}\n      ;;`;
}

function zshSpec({ flag, does, takesValue, words }: CompletedOption): string {
  const value = takesValue ? `:value:${words.length > 0 ? `(${words.join(" ")})` : " "}` : "";
  return zshQuoted(`${flag}[${does.replace(/[[\]]/g, "").replaceAll(":", "\\:")}]${value}`);
}

function zshQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

interface CompletedOption {
  readonly flag: string;
  readonly does: string;
  readonly takesValue: boolean;
  readonly words: readonly string[];
}

interface CompletedCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletedOption[];
  /** Words that its arguments may be. */
  readonly words: readonly string[];
  /** Whether its arguments may be files. */
  readonly files: boolean;
}

function completions(): readonly CompletedCommand[] {
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
