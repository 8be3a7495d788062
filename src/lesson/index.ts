/** Lessons: one Markdown file, read with positions, and what is built of it. */
export { type LessonCode, lessonCodes } from "./codes.ts";
export { blocksOf, type Code, type LessonBlock, type LessonFile, type Section } from "./lesson.ts";
export { keyNotebook, studentNotebook } from "./notebook.ts";
export * from "./page/index.ts";
export { withPictures } from "./pictures.ts";
export { type LessonReading, readLesson } from "./read.ts";
export { lessonReferences, type Scenarios } from "./references.ts";
export { tags } from "./tags.ts";
