/** `lesson`: checks lessons, and builds what is made of them. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { countText, diagnosticsBlock, line, type Remark, render, span } from "../../present/index.ts";
import { nearest, visibleLine } from "../../scenario/index.ts";
import type { Call } from "../command.ts";
import { didYouMean, type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { framesOf } from "../frames.ts";
import type { Io } from "../io.ts";
import { builtOf } from "../lesson/build.ts";
import { lessonFiles, type OpenedLesson, openLesson } from "../lesson/open.ts";

const tasks = ["build", "check"];

/** Checks every lesson, and builds those that are right if that was asked for. */
export async function run({ args: [task = "", ...named], io }: Call): Promise<ExitCode> {
  if (!tasks.includes(task)) {
    throw new UsageError(
      `lesson ${visibleLine(task)}: expected one of ${tasks.join(", ")}.${didYouMean(nearest(task, tasks))}`,
    );
  }
  let wrong = false;
  let kept = false;
  for (const file of lessonFiles(named)) {
    const opened = await openLesson(file);
    const { lesson } = opened;
    const built = lesson === undefined || task === "check" ? undefined : await builtOf(opened, lesson);
    const remarks = [...opened.remarks, ...(built?.remarks ?? [])];
    await say(opened, remarks, io);
    wrong ||= remarks.some(({ severity }) => severity === "error");
    for (const [name, text] of Object.entries(built?.files ?? {})) {
      const path = join(dirname(file), name);
      const became = put(path, text);
      kept ||= became === KEPT;
      io.write(`  ${path}: ${became}`);
    }
  }
  if (wrong) return exitCodes.input;
  return kept ? exitCodes.incomplete : exitCodes.fine;
}

const KEPT = "kept, since it has been run and may hold somebody's work; rename it or delete it to build it anew";

/** Whether a notebook holds outputs, as it does when somebody has run it and saved it. */
function hasBeenRun(text: string): boolean {
  return /"execution_count": \d|"output_type": /.test(text);
}

async function say({ file, text }: OpenedLesson, remarks: readonly Remark[], io: Io): Promise<void> {
  const { out, err } = await io.palettes();
  if (remarks.length > 0) io.say(render(diagnosticsBlock(remarks, framesOf(text), io.columns), err));
  const wrong = remarks.some(({ severity }) => severity === "error");
  const sign = wrong ? span("✗ ", "bad") : span("✓ ", "good");
  io.write(render([line(sign, file, span(`: ${countText(remarks)}`, "faint"))], out));
}

/** Writes a file unless it is as it should be, or somebody has worked in it. */
function put(path: string, text: string): string {
  const before = existsSync(path) ? readFileSync(path, "utf8") : undefined;
  if (before === text) return "unchanged";
  if (before !== undefined && path.endsWith(".ipynb") && hasBeenRun(before)) return KEPT;
  try {
    writeFileSync(path, text);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new UsageError(`${visibleLine(path)} can't be written: ${visibleLine(error.message)}.`);
  }
  return before === undefined ? "written" : "renewed";
}
