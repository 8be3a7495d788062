/** Lessons: one Markdown file, read with positions, and what is built of it. */
export { lessonCodes } from "./codes.ts";
export { blocksOf, type Code, type LessonBlock, type LessonFile } from "./lesson.ts";
export { keyNotebook, studentNotebook } from "./notebook.ts";
export * from "./page/index.ts";
export { withPictures } from "./pictures.ts";
export { readLesson } from "./read.ts";
export { lessonReferences } from "./references.ts";
export { tags } from "./tags.ts";
