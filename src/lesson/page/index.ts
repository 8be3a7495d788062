/** The page and the slides of a lesson: HTML files that need nothing but a browser. */

export type { PageData, PredictData, QuizData, WalkData } from "./data.ts";
export { actingIn, type CellOutput } from "./output.ts";
export { lessonPage, type PageParts } from "./page.ts";
export { lessonSlides, type SlideParts } from "./slides.ts";
