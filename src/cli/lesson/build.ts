/** Building a lesson: every file that is made of it, by name. */

import { dirname } from "node:path";
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
import type { Remark } from "../../views/index.ts";
import { fontStyle, pageScript } from "../page-scripts.ts";
import type { OpenedLesson } from "./open.ts";
import { runCells } from "./outputs.ts";

/** What is built of a lesson. */
export interface Built {
  /** Names beside the source, with their text; none when a cell failed. */
  readonly files: Readonly<Record<string, string>>;
  readonly remarks: readonly Remark[];
}

/** Builds a lesson. Its cells are run for it, in a process of their own. */
export async function builtOf({ file, caseOf, cards }: OpenedLesson, lesson: LessonFile): Promise<Built> {
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
