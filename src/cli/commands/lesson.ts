/** `lesson`: checks lessons, and builds their files. */
import { dirname, join } from "node:path";
import {
  type Code,
  keyNotebook,
  type LessonFile,
  lessonCards,
  lessonHandout,
  lessonPage,
  lessonRecord,
  lessonSlides,
  studentNotebook,
} from "../../lesson/index.ts";
import { Problem, visibleLine } from "../../problem/index.ts";
import { line, render, span } from "../../render/index.ts";
import { countText, diagnosticsBlock, framesOf, type Remark } from "../../views/index.ts";
import { isKept, writeBuilt } from "../built-files.ts";
import { badOption, type Call, flag, unknownWord } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import type { Io } from "../io.ts";
import { lessonFiles, type OpenedLesson, openLesson, watchedFor } from "../lesson/open.ts";
import { runCells } from "../lesson/outputs.ts";
import { fontStyle, pageScript } from "../page-scripts.ts";

const tasks = ["build", "check"];

/** Checks every lesson and, if asked to, builds those without errors; with `--watch` again after each change. */
export async function run(call: Call): Promise<ExitCode> {
  const { args, options } = call;
  const [task = "", ...paths] = args;
  if (!tasks.includes(task)) throw unknownWord("lesson", task, tasks);
  const build = task === "build";
  for (const name of ["force", "watch"])
    if (!build && flag(options, name)) throw badOption(`--${name} belongs to lesson build.`);
  const files = lessonFiles(paths);
  const code = await processFiles(files, build, call);
  if (!flag(options, "watch")) return code;
  const { watchFiles } = await import("../watch.ts");
  return watchFiles({ ...call, args: files.flatMap(watchedFor) }, () => rebuildFiles(files, call));
}

/** A build while the author writes: if a file is missing for a moment, this is said and watching goes on. */
async function rebuildFiles(files: readonly string[], call: Call): Promise<ExitCode> {
  try {
    return await processFiles(files, true, call);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    call.io.say(error.message);
    return exitCodes.input;
  }
}

async function processFiles(files: readonly string[], build: boolean, { options, io }: Call): Promise<ExitCode> {
  let wrong = false;
  const kept: string[] = [];
  for (const file of files) {
    const opened = await openLesson(file);
    const { lesson } = opened;
    const built = lesson === undefined || !build ? undefined : await buildLesson(opened, lesson);
    const remarks = [...opened.remarks, ...(built?.remarks ?? [])];
    await say(opened, remarks, io);
    wrong ||= remarks.some(({ severity }) => severity === "error");
    for (const [name, text] of Object.entries(built?.files ?? {})) {
      const path = join(dirname(file), name);
      const outcome = writeBuilt(path, text, flag(options, "force"));
      if (isKept(outcome)) kept.push(path);
      io.write(`  ${path}: ${outcome}`);
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

interface Built {
  /** Names beside the source, with their text; none when a cell failed. */
  readonly files: Readonly<Record<string, string>>;
  readonly remarks: readonly Remark[];
}

/** Builds a lesson. Its cells are run for it, in a process of their own. */
export async function buildLesson({ file, caseOf, cards }: OpenedLesson, lesson: LessonFile): Promise<Built> {
  const { outputs, remarks } = await runCells(lesson, file, dirname(file));
  if (remarks.length > 0) return { files: {}, remarks };
  const [page, slides, font] = await Promise.all([pageScript("page"), pageScript("slides"), fontStyle()]);
  const record = lessonRecord(lesson, caseOf);
  const shown = { caseOf, record, outputOf: (cell: Code) => outputs.get(cell) };
  return {
    files: {
      "student.ipynb": studentNotebook(lesson),
      "key.ipynb": keyNotebook(lesson),
      "lesson.html": lessonPage(lesson, { ...shown, script: page, font }),
      "slides.html": lessonSlides(lesson, { ...shown, script: slides }),
      "handout.html": lessonHandout(lesson, shown),
      ...(cards === undefined ? {} : { "cards.html": lessonCards(lesson, cards) }),
    },
    remarks,
  };
}
