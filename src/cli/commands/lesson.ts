/** `lesson`: checks lessons, and builds what is made of them. */
import { dirname, join } from "node:path";
import { nearest, Problem, visibleLine } from "../../problem/index.ts";
import { line, render, span } from "../../render/index.ts";
import { countText, diagnosticsBlock, type Remark } from "../../views/index.ts";
import { isKept, put } from "../built.ts";
import { type Call, flag } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { framesOf } from "../frames.ts";
import type { Io } from "../io.ts";
import { builtOf } from "../lesson/build.ts";
import { lessonFiles, type OpenedLesson, openLesson } from "../lesson/open.ts";

const tasks = ["build", "check"];

/** Checks every lesson, and builds those that are right if that was asked for. */
export async function run({ args: [task = "", ...named], options, io }: Call): Promise<ExitCode> {
  if (!tasks.includes(task)) {
    throw new Problem("bad-option", `lesson ${visibleLine(task)}: expected one of ${tasks.join(", ")}.`, {
      suggestion: nearest(task, tasks),
    });
  }
  if (task === "check" && flag(options, "force")) throw new Problem("bad-option", "--force belongs to lesson build.");
  let wrong = false;
  const kept: string[] = [];
  for (const file of lessonFiles(named)) {
    const opened = await openLesson(file);
    const { lesson } = opened;
    const built = lesson === undefined || task === "check" ? undefined : await builtOf(opened, lesson);
    const remarks = [...opened.remarks, ...(built?.remarks ?? [])];
    await say(opened, remarks, io);
    wrong ||= remarks.some(({ severity }) => severity === "error");
    for (const [name, text] of Object.entries(built?.files ?? {})) {
      const path = join(dirname(file), name);
      const became = put(path, text, flag(options, "force"));
      if (isKept(became)) kept.push(path);
      io.write(`  ${path}: ${became}`);
    }
  }
  if (kept.length > 0) {
    io.say(
      `Not built, so that no work is lost: ${kept.map(visibleLine).join(", ")}. Rename what you want to keep; --force builds them anew.`,
    );
  }
  if (wrong) return exitCodes.input;
  return kept.length > 0 ? exitCodes.incomplete : exitCodes.fine;
}

async function say({ file, text }: OpenedLesson, remarks: readonly Remark[], io: Io): Promise<void> {
  const { out, err } = await io.palettes();
  if (remarks.length > 0) io.say(render(diagnosticsBlock(remarks, framesOf(text), io.columns), err));
  const wrong = remarks.some(({ severity }) => severity === "error");
  const sign = wrong ? span("✗ ", "bad") : span("✓ ", "good");
  io.write(render([line(sign, file, span(`: ${countText(remarks)}`, "faint"))], out));
}
