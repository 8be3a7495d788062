/** The notebooks of a lesson: the student's, from which answers are gone, and the key. */
import type { LessonFile } from "../lesson.ts";
import { cellsOf } from "./cells.ts";
import { ipynb } from "./ipynb.ts";

/**
 * The student's notebook as the text of an .ipynb file. Answers, words to the teacher and the right options of a quiz
 * are not in it, hidden or otherwise.
 */
export function studentNotebook(lesson: LessonFile): string {
  return ipynb(cellsOf(lesson, "student"));
}

/** The key as the text of an .ipynb file: the student's notebook with answers in place of beginnings. */
export function keyNotebook(lesson: LessonFile): string {
  return ipynb(cellsOf(lesson, "key"));
}
