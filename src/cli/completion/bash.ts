/** Completion for bash. */
import type { CompletedCommand } from "./words.ts";

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
${commands.map(branch).join("\n")}
  esac
}
complete -o filenames -F _demarche demarche`;
}

function branch({ name, options, words, files }: CompletedCommand): string {
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
