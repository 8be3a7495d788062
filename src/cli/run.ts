/** One run of the program: arguments in, exit code out, and no stack trace unless it is asked for. */
import { CommanderError } from "commander";
import { nearest, Problem, visible, visibleLine } from "../problem/index.ts";
import type { Block } from "../render/index.ts";
import { badOption } from "./command.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import { type Io, processIo } from "./io.ts";
import { buildProgram } from "./program.ts";
import { writeOutputWhole } from "./write-whole.ts";

/** Runs the program on its arguments and sets the process's exit code. */
export async function run(args: readonly string[]): Promise<void> {
  endWhereNothingCanBeWritten();
  writeOutputWhole();
  process.exitCode = await exitCodeOf(args);
}

async function exitCodeOf(args: readonly string[]): Promise<ExitCode> {
  const io = processIo();
  let code: ExitCode = exitCodes.fine;
  let complaint = "";
  try {
    const program = buildProgram(io, {
      done: (exitCode) => {
        code = exitCode;
      },
      complain: (text) => {
        complaint += text;
      },
    });
    refuseUnknownTopic(
      args,
      program.commands.map((one) => one.name()),
    );
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (complaint !== "") io.say(visible(complaint.trimEnd()));
      return error.exitCode === 0 ? exitCodes.fine : exitCodes.input;
    }
    if (error instanceof Problem) {
      io.say(await problemText(error, io));
      return exitCodes.input;
    }
    io.say(defectText(error));
    return exitCodes.defect;
  }
}

/** Refuses help on a command that does not exist; commander would show the general help. */
function refuseUnknownTopic([first, topic]: readonly string[], known: readonly string[]): void {
  if (first !== "help" || topic === undefined || topic.startsWith("-") || [...known, "help"].includes(topic)) return;
  throw badOption(`There is no command ${visibleLine(topic)}.`, {
    suggestion: nearest(topic, known),
    expected: "demarche --help lists them.",
  });
}

/** A problem's message; for mistakes in a file, each with its line where that is known. */
async function problemText({ message, data }: Problem, io: Io): Promise<string> {
  const { block }: { readonly block?: Block } = Object(data);
  if (block === undefined) return visible(message);
  const { render } = await import("../render/index.ts");
  return render(block, (await io.palettes()).err);
}

function defectText(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error && process.env["DEBUG"] ? `\n${error.stack ?? ""}` : "";
  const more = stack === "" ? " Run it again with DEBUG=1 to see where." : "";
  return `This is a defect of ours, not a mistake of yours: ${message}\nPlease report it with the command that you ran.${more}${stack}`;
}

/** A pipe that closes early (`demarche replay … | head`) is no error. A full disk is one: the output is incomplete. */
function endWhereNothingCanBeWritten(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      if (stream === process.stdout) process.stderr.write(`The output can't be written: ${error.message}.\n`);
      process.exit(exitCodes.incomplete);
    });
  }
}
