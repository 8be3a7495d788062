/** The completion scripts of bash, fish and zsh. */
import type { CompletedCommand, CompletedOption } from "./words.ts";

/** The script: load it with `source <(demarche completion bash)`. */
export function bash(commands: readonly CompletedCommand[]): string {
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
export function fish(commands: readonly CompletedCommand[]): string {
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
export function zsh(commands: readonly CompletedCommand[]): string {
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
