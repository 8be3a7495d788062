/** Pictures: everything is drawn here. Data in; SVG, its title and description, and the same in plain text out. */

export { branchPicture } from "./branch/branch.ts";
export { captionOf, type Origin } from "./caption.ts";
export { casualtiesPicture } from "./casualties/casualties.ts";
export { type ChartData, chartPicture } from "./chart/chart.ts";
export { coursePicture } from "./chart/course.ts";
export { type ClaimsLook, claimsPicture } from "./claims/claims.ts";
export { dateText } from "./dates.ts";
export { LEADING, measure, SMALLEST, type Weight } from "./font/measure.ts";
export { cut, type Letters, narrowestWidth, wrapLines } from "./font/wrap.ts";
export { type AssumptionsData, assumptionsPicture, type Shares } from "./futures/assumptions.ts";
export { endStatesPicture } from "./futures/end-states.ts";
export { futuresPicture, type WhatIfData, whatIfPicture } from "./futures/futures.ts";
export type { FuturesData } from "./futures/outcomes.ts";
export { reachedPicture } from "./futures/reached.ts";
export { type SensitivityData, sensitivityPicture } from "./futures/sensitivity.ts";
export { type SweepData, sweepPicture } from "./futures/sweep.ts";
export { type TournamentData, tournamentPicture } from "./futures/tournament.ts";
export { pairIn } from "./names.ts";
export { type Content, figureOf, framePicture, type Look, type Picture, type Sheet, sheetOf } from "./picture.ts";
export { type AssignedRows, assignRows, rowsOf, type Wish } from "./place.ts";
export { postsPicture } from "./posts/posts.ts";
export { bandPicture } from "./record/band-picture.ts";
export { type RecordLook, recordPicture } from "./record/record.ts";
export { type ReliabilityData, reliabilityPicture } from "./reliability.ts";
export { type ScoreData, scorePicture } from "./score.ts";
export { standsPicture } from "./stands/stands.ts";
export { type Attributes, element, type Label, type Pen, penOf, round, textAt, titleElement } from "./svg.ts";
export { eventCard, eventLines, recordDocument } from "./tables/record.ts";
export { autoStyle, colourOf, type Theme, type Token, tokens } from "./tokens.ts";
export { bandsPicture } from "./web/bands.ts";
export { webPicture } from "./web/web.ts";
export {
  english,
  french,
  type Headline,
  type Kind,
  type Language,
  languages,
  type Words,
  wordsOf,
} from "./words/index.ts";
