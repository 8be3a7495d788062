/** The reference of commands, from the table that the command line is built from. */
import { commands } from "../../src/cli/commands.ts";
import { exitTexts } from "../../src/cli/exit.ts";

/** docs/reference/commands.md */
export function commandsPage(): string {
  return [
    "# Commands",
    "",
    `FILE is a path, \`-\` for standard input, or the name of a bundled scenario. Data goes to standard output, everything else to standard error. Exit codes: ${exitTexts.map((one) => one.join(" ")).join("; ")}.`,
    "",
    ...commands.flatMap(({ name, summary, args, options, examples }) => [
      `## ${name}`,
      "",
      `\`./demarche ${name}${args === "" ? "" : ` ${args}`}\`: ${summary}.`,
      "",
      ...options.map(
        ({ flags, does, choices }) =>
          `- \`${flags}\`: ${does}${choices === undefined ? "" : ` (${choices.join(", ")})`}`,
      ),
      ...(options.length === 0 ? [] : [""]),
      ...examples.flatMap(([line, does]) => ["```sh", `${inClone(line)}   # ${does}`, "```", ""]),
    ]),
  ].join("\n");
}

/** An example of the command line as it is typed in a clone. */
function inClone(line: string): string {
  return line.replaceAll(/(?<![\w./-])demarche (?=[a-z])/g, "./demarche ");
}
