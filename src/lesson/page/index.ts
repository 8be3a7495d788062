/** The page, the slides, the handout and the cards of a lesson: HTML files that need nothing but a browser. */

export { lessonCards } from "./cards.ts";
export type { PageData, PredictData, QuizData, RoundData, SlidesData, WalkData } from "./data.ts";
export { lessonHandout } from "./handout.ts";
export { lessonPage, type PageParts } from "./page.ts";
export { actingIn, type CellOutput } from "./parts.ts";
export { type Case, lessonRecord, type RecordShown } from "./record.ts";
export { lessonSlides } from "./slides.ts";
