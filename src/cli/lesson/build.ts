/** Building a lesson: every file that is made of it, by name. */
import { keyNotebook, type LessonFile, studentNotebook } from "../../lesson/index.ts";
import type { OpenedLesson } from "./open.ts";

/** What is built of a lesson: file names beside the source, with their text. */
export async function builtOf(_: OpenedLesson, lesson: LessonFile): Promise<Readonly<Record<string, string>>> {
  return {
    "student.ipynb": studentNotebook(lesson),
    "key.ipynb": keyNotebook(lesson),
  };
}
