/** Pictures: the one drawing place. Data in; SVG, its title and description, and the same in plain text out. */

export * from "./chart/index.ts";
export { figureOf, inDocuments } from "./figure.ts";
export { LEADING, measure, SMALLEST, type Weight } from "./font/measure.ts";
export { cut, type Letters, narrowest, wrap } from "./font/wrap.ts";
export * from "./futures/index.ts";
export { type Content, framed, type Look, type Picture, type Sheet, sheetOf } from "./picture.ts";
export { type Placed, placed, rowsOf, type Wish } from "./place.ts";
export { type ScoresDrawn, scorePicture } from "./score.ts";
export { type Attributes, element, type Label, type Pen, penOf, round, titled, words } from "./svg.ts";
export { autoStyle, colourOf, type Theme, type Token, tokens } from "./tokens.ts";
export { type Course, english, type Kind, type Words } from "./words/index.ts";
