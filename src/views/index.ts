/** Views: a replay, a moment, a cause or a problem as text. Data in, text out; colour comes in as a palette. */
export { actBlock, actsBlock } from "./acts.ts";
export { claimText, rangeText } from "./claims.ts";
export { countText, diagnosticsBlock, plural, type Remark } from "./diagnostics.ts";
export { differenceBlock } from "./difference.ts";
export * from "./document/index.ts";
export { timelineDot, timelineMermaid } from "./drawing.ts";
export { endingBlock, section, situationBlock, situationLines } from "./ending.ts";
export { contractText, findingsBlock, findingText, patternText, undecidedText } from "./findings.ts";
export * from "./futures/index.ts";
export { entryText, lineStateBlock, recordBlock, recordsHead, streamsBlock } from "./journal.ts";
export { lawBlock, lawCheckBlock, lawHeadings, lawsBlock, type ShownCheck, type ShownLaw } from "./laws.ts";
export { momentBlock } from "./moment.ts";
export { apart, choicesBlock, happenedBlock, proposalLines, type ShownChoice, standingLines } from "./play.ts";
export { dayBlocks, replayBlocks, titleBlock } from "./replay.ts";
export { ribbon } from "./ribbon.ts";
export { signed } from "./scores.ts";
export { liveScreen, type ScreenSize } from "./screen.ts";
export { type LeastEditTelling, leastEditBlock, reasonText, type SearchTelling, searchBlock } from "./search/index.ts";
export { dayText, momentText, nameOf, standText, type Telling } from "./telling.ts";
export * from "./tested/index.ts";
export {
  columnsFor,
  detailNotes,
  reasonNotes,
  stepBlock,
  timelineHead,
  verdictLegend,
  verdictSigns,
} from "./timeline.ts";
export {
  type PictureText,
  pictureText,
  shortCodes,
  type TournamentTelling,
  tournamentBlock,
  tournamentPicture,
} from "./tournament/index.ts";
export {
  againstBlock,
  branchesMermaid,
  overviewBlock,
  policyMeanings,
  type Side,
  whatIfBlock,
} from "./what-if/index.ts";
export { type ExplainedCause, whyBlock, whyNotBlock } from "./why.ts";
export {
  regionKey,
  regionKeys,
  regionName,
  regionOfKey,
  sentence,
  situationData,
  stateText,
  stateWord,
  whoText,
} from "./words.ts";
