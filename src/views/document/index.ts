/** Documents: what is seen of a crisis, as tables, lists and figures. */
export { type Assumed, assumptionData } from "./assumptions.ts";
export { chartDocument, chartDot } from "./chart.ts";
export { comparedDocument } from "./compared.ts";
export { dossierDocument } from "./dossier.ts";
export { disputedIn, eventDocument } from "./event.ts";
export { futuresDocument, type OutcomeInWords, outcomeRows } from "./futures.ts";
export { judgedDocument } from "./judge.ts";
export type { SeenCrisis } from "./seen.ts";
export { sensitivityDocument } from "./sensitivity.ts";
export { type SituationRow, situationDocument, situationRows } from "./situation.ts";
export { type TimelineRow, timelineDocument, timelineRows } from "./timeline.ts";
export { whyDocument } from "./why.ts";
export { actorText, actText, sourceText } from "./words.ts";
