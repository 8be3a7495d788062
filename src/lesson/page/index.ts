/** The page and the slides of a lesson: HTML files that need nothing but a browser. */
export { actingIn, type CellOutput } from "./output.ts";
export { lessonPage, type PageParts } from "./page.ts";
export { lessonSlides, type SlideParts } from "./slides.ts";
