/** Views of a crisis so far: timeline, cards, chart, situation, dossier, reasons and verdicts. */
export { type ChartPicture, chartOf } from "./chart.ts";
export { type DossierCard, dossierCard } from "./dossier.ts";
export { type EventCard, eventCard } from "./event.ts";
export { type Judged, judgeOf } from "./judge.ts";
export { type SituationRow, type SituationTable, situationTable } from "./situation.ts";
export { type Timeline, type TimelineRow, timelineOf } from "./timeline.ts";
export { type Why, whyNotOf, whyOf } from "./why.ts";
export { actorText, actText, sourceText } from "./words.ts";
