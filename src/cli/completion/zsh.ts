/** Completion for zsh. */
import type { CompletedCommand, CompletedOption } from "./words.ts";

/** The script: write it as `_demarche` into a folder of `$fpath`, or load it with `source <(demarche completion zsh)`. */
export function zsh(commands: readonly CompletedCommand[]): string {
  return `#compdef demarche
# zsh completion for demarche: source <(demarche completion zsh)
_demarche() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${commands.map(branch).join("\n")}
  esac
}
if [ "$funcstack[1]" = "_demarche" ]; then
  _demarche "$@"
else
  compdef _demarche demarche
fi`;
}

function branch({ name, options, words, files }: CompletedCommand): string {
  const specs = options.map(spec);
  const argument = files ? `'*:file:{ compadd -- ${words.join(" ")}; _files }'` : `'*:word:(${words.join(" ")})'`;
  return `    ${name})\n      _arguments ${[...specs, "'--help[this help]'", argument].join(" \\\n        ")}\n      ;;`;
}

function spec({ flag, does, takesValue, words }: CompletedOption): string {
  const value = takesValue ? `:value:${words.length > 0 ? `(${words.join(" ")})` : " "}` : "";
  return quoted(`${flag}[${does.replace(/[[\]]/g, "").replaceAll(":", "\\:")}]${value}`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
