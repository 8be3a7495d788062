/** Building a lesson: every file that is made of it, by name. */

import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { keyNotebook, type LessonFile, lessonPage, lessonSlides, studentNotebook } from "../../lesson/index.ts";
import { present } from "../../problem/index.ts";
import type { Remark } from "../../views/index.ts";
import { packagePath } from "../package.ts";
import type { OpenedLesson } from "./open.ts";
import { runCells } from "./outputs.ts";

/** What is built of a lesson. */
export interface Built {
  /** Names beside the source, with their text; none when a cell failed. */
  readonly files: Readonly<Record<string, string>>;
  readonly remarks: readonly Remark[];
}

/** Builds a lesson. Its cells are run for it, in a process of their own. */
export async function builtOf({ file, scenarioOf }: OpenedLesson, lesson: LessonFile): Promise<Built> {
  const { outputs, remarks } = await runCells(lesson, file, dirname(file));
  if (remarks.length > 0) return { files: {}, remarks };
  const scripts = await lessonScripts();
  const outputOf: Parameters<typeof lessonSlides>[1]["outputOf"] = (cell) => outputs.get(cell);
  const scenarioText = (name: string): string => present(scenarioOf(name), `scenario ${name}`).text;
  return {
    files: {
      "student.ipynb": studentNotebook(lesson),
      "key.ipynb": keyNotebook(lesson),
      "lesson.html": lessonPage(lesson, { scenarioText, outputOf, script: scripts.page }),
      "slides.html": lessonSlides(lesson, { outputOf, script: scripts.slides }),
    },
    remarks,
  };
}

/** The bundled scripts. */
interface Scripts {
  readonly page: string;
  readonly slides: string;
}

let bundled: Promise<Scripts> | undefined;

/** The scripts, bundled once. */
function lessonScripts(): Promise<Scripts> {
  bundled ??= found();
  return bundled;
}

async function found(): Promise<Scripts> {
  const bundler = packagePath("scripts/lesson-scripts.ts");
  if (import.meta.url.endsWith(".ts") && existsSync(bundler)) {
    const module: { lessonScripts(): Promise<Scripts> } = await import(pathToFileURL(bundler).href);
    return module.lessonScripts();
  }
  const read = (name: string): string => readFileSync(packagePath(`dist/lesson/${name}.bundle.js`), "utf8");
  return { page: read("page"), slides: read("slides") };
}
