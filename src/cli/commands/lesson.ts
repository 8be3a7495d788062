/** `lesson`: checks lessons, and builds what is made of them. */
import { lstatSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { isAsBuilt } from "../../lesson/index.ts";
import { nearest, Problem, visibleLine } from "../../problem/index.ts";
import { line, render, span } from "../../render/index.ts";
import { countText, diagnosticsBlock, type Remark } from "../../views/index.ts";
import { type Call, flag } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { framesOf } from "../frames.ts";
import type { Io } from "../io.ts";
import { builtOf } from "../lesson/build.ts";
import { lessonFiles, type OpenedLesson, openLesson } from "../lesson/open.ts";
import { isSystemError } from "../system-error.ts";
import { hashOf, writeNew, writeOver } from "../write.ts";

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
      if (became === CHANGED || became === LINK) kept.push(path);
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

const CHANGED = "kept, since it was changed by hand after it was built";
const LINK = "kept, since it is a link";

async function say({ file, text }: OpenedLesson, remarks: readonly Remark[], io: Io): Promise<void> {
  const { out, err } = await io.palettes();
  if (remarks.length > 0) io.say(render(diagnosticsBlock(remarks, framesOf(text), io.columns), err));
  const wrong = remarks.some(({ severity }) => severity === "error");
  const sign = wrong ? span("✗ ", "bad") : span("✓ ", "good");
  io.write(render([line(sign, file, span(`: ${countText(remarks)}`, "faint"))], out));
}

/** Writes a file unless it is up to date, or was changed by hand. What a link leads to is never written. */
function put(path: string, text: string, force: boolean): string {
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there?.isSymbolicLink() === true) {
    if (!force) return LINK;
    rmSync(path);
  }
  if (there === undefined || there.isSymbolicLink()) {
    writeNew(path, text);
    return "written";
  }
  const before = bytesOf(path);
  if (before.equals(Buffer.from(text))) return "unchanged";
  if (!force && !isAsBuilt(before.toString("utf8"))) return CHANGED;
  writeOver(path, text, hashOf(before));
  return "renewed";
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new Problem("unwritable", `${visibleLine(path)} can't be built anew: ${visibleLine(error.message)}.`);
  }
}
