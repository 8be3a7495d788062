/** The command line, built from the table of commands. */

import { Command, Help, Option } from "commander";
import { type CommandRow, type Options, type Run, unknownWord } from "./command.ts";
import { groups } from "./commands.ts";
import { type ExitCode, exitTexts } from "./exit.ts";
import type { Io } from "./io.ts";
import { packageVersion } from "./package.ts";

/** Hears of the outcome of the command line. */
export interface Listener {
  readonly done: (code: ExitCode) => void;
  readonly complain: (text: string) => void;
}

const ABOUT = "Démarche replays the history of relations between two states from sourced events, judged by law.";

/**
 * The whole program.
 *
 * @param listener is told the exit code of the command that ran, and what commander says of a wrong command line, which
 *   repeats the input exactly as it was typed
 */
export function buildProgram(io: Io, listener: Listener): Command {
  const program = new Command("demarche")
    .description(ABOUT)
    .version(packageVersion(), "-V, --version", "the version")
    .helpOption("-h, --help", "this help")
    .commandsGroup("Pictures and reference:")
    .helpCommand("help [command]", "help on a command")
    .configureHelp({ ...helpOf(io), subcommandTerm: (command) => command.name() })
    .configureOutput({ writeErr: listener.complain })
    .showHelpAfterError("(demarche --help lists the commands; demarche help COMMAND explains one)")
    .exitOverride()
    .addHelpText("after", () => `\n${EXITS}\n\nStart with: demarche replay iran-pakistan-2024`);
  for (const [title, members] of groups) {
    program.commandsGroup(`${title}:`);
    for (const row of members) program.addCommand(commandOf(row, io, listener));
  }
  return program;
}

const EXITS = `Exit codes:\n${exitTexts.map(([code, says]) => `  ${String(code).padEnd(2)}  ${says}`).join("\n")}`;

/** Help as wide as the terminal, but no wider than is easy to read. */
function helpOf({ columns }: Io) {
  return { helpWidth: Math.min(100, columns), minWidthToWrap: 20 };
}

/** What an example does, under it. */
function indented(text: string, io: Io): string {
  const { helpWidth } = helpOf(io);
  return new Help().boxWrap(text, helpWidth - 6).replace(/^/gm, "      ");
}

function commandOf(row: CommandRow, io: Io, { done, complain }: Listener): Command {
  const command = new Command(row.name)
    .summary(row.summary)
    .description(`${row.summary[0]?.toUpperCase()}${row.summary.slice(1)}.`)
    .helpOption("-h, --help", "this help")
    .configureHelp({
      ...helpOf(io),
      visibleOptions: (shownCommand) => optionsOf(row, shownCommand),
    })
    .configureOutput({ writeErr: complain })
    .showHelpAfterError(`(demarche help ${row.name} explains the command)`)
    .exitOverride()
    .addHelpText(
      "after",
      `\nExamples:\n${row.examples.map(([line, does]) => `  $ ${line}\n${indented(does, io)}`).join("\n")}`,
    );
  if (row.args !== "") command.arguments(row.args);
  for (const { flags, does, choices, many = false } of row.options) {
    const option = new Option(flags, does);
    // For the help only. The choice is checked when the command runs, so that the error can suggest the nearest word.
    if (choices !== undefined) option.argChoices = [...choices];
    if (many) option.argParser((text: string, texts: readonly string[] = []) => [...texts, text]);
    command.addOption(option);
  }
  return command.action(async () => {
    const code = await loaders[row.name]?.();
    if (code === undefined) throw new Error(`The command ${row.name} has no code.`);
    await checkChoices(row, command.opts<Options>());
    done(await code.run({ args: command.args, options: command.opts<Options>(), io }));
  });
}

/** The options that the help shows: those of the task if one is named, otherwise all. */
function optionsOf({ tasks = {} }: CommandRow, shownCommand: Command): Option[] {
  const [task = ""] = shownCommand.args;
  const all = new Help().visibleOptions(shownCommand);
  const understood = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
  return all.filter((one) => one.long === "--help" || (understood?.includes(one.attributeName()) ?? true));
}

/** Refuses a word that an option does not allow, and suggests the nearest allowed one. */
function checkChoices({ name, options: rows }: CommandRow, options: Options): void {
  for (const { flags, choices } of rows) {
    const [flag = ""] = flags.split(" ");
    const chosen = options[flag.slice(2).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())];
    if (choices === undefined || typeof chosen !== "string" || choices.includes(chosen)) continue;
    throw unknownWord(flag, chosen, choices, `\n(demarche help ${name} explains the command)`);
  }
}

/** Loads a command's code, by the command's name. */
export const loaders: Readonly<Record<string, () => Promise<{ readonly run: Run }>>> = {
  replay: () => import("./commands/replay.ts"),
  report: () => import("./commands/report.ts"),
  check: () => import("./commands/check.ts"),
  show: () => import("./commands/show.ts"),
  "what-if": () => import("./commands/what-if.ts"),
  search: () => import("./commands/search.ts"),
  test: () => import("./commands/test.ts"),
  tournament: () => import("./commands/tournament.ts"),
  play: () => import("./commands/play.ts"),
  sweep: () => import("./commands/sweep.ts"),
  worker: () => import("./commands/worker.ts"),
  explain: () => import("./commands/explain.ts"),
  draw: () => import("./commands/draw.ts"),
  laws: () => import("./commands/laws.ts"),
  acts: () => import("./commands/acts.ts"),
  schema: () => import("./commands/schema.ts"),
  import: () => import("./commands/import.ts"),
  fit: () => import("./commands/fit.ts"),
  score: () => import("./commands/score.ts"),
  new: () => import("./commands/new.ts"),
  journal: () => import("./commands/journal.ts"),
  lesson: () => import("./commands/lesson.ts"),
  completion: () => import("./commands/completion.ts"),
};
