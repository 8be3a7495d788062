/** Views: a replay, a moment, a cause or a problem as text. Data in, text out; colour comes in as a palette. */
export { actBlock, actsBlock, actsFoundBlock } from "./acts.ts";
export { chartDocument, chartDot } from "./chart.ts";
export { countText, diagnosticsBlock, framesOf, type Remark } from "./diagnostics.ts";
export { differenceBlock } from "./difference.ts";
export { dossierDocument, endingParts } from "./dossier.ts";
export { branchesFigure, timelineFigure } from "./drawing.ts";
export { disputedIn, eventDocument } from "./event.ts";
export { findingText, patternText, undecidedText } from "./findings.ts";
export * from "./futures/index.ts";
export { entryText, lineStateBlock, mainRelationText, recordBlock, recordsHead, streamsBlock } from "./journal.ts";
export { lawBlock, lawCheckBlock, lawHeadings, lawsBlock, type ShownLaw } from "./laws.ts";
export {
  choicesBlock,
  elsewhereBlock,
  happenedBlock,
  openingBlock,
  proposalLines,
  separateBlocks,
  standingLines,
} from "./play.ts";
export { dayBlocks, momentBlock, replayBlocks } from "./replay.ts";
export {
  actorText,
  type CrisisAtMoment,
  dayText,
  momentText,
  nameOf,
  type ReplayView,
  sourcesList,
  sourceText,
  standText,
} from "./replay-view.ts";
export { ribbon } from "./ribbon.ts";
export { lawScoreDocument } from "./score-law.ts";
export { predictionScoreDocument } from "./score-predictions.ts";
export { liveScreen } from "./screen.ts";
export { leastEditBlock, reasonText, searchBlock } from "./search/index.ts";
export { type SituationRow, situationDocument, situationRows, situationTable } from "./situation.ts";
export * from "./test-report/index.ts";
export {
  columnsFor,
  detailNotes,
  reasonNotes,
  stepBlock,
  type TimelineRow,
  timelineDocument,
  timelineRows,
} from "./timeline.ts";
export * from "./tournament/index.ts";
export { betweenOption, relationText, webBlocks, webDocument } from "./web.ts";
export { webWhatIfBlock } from "./web-what-if.ts";
export {
  againstParts,
  comparedDocument,
  overviewBlock,
  policyMeanings,
  type Side,
  whatIfBlock,
} from "./what-if/index.ts";
export { judgedDocument, whyBlock, whyDocument, whyNotBlock } from "./why.ts";
export { regionName, sentence, situationData, stateText, whoText } from "./words.ts";
