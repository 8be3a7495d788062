/** The machine: situations, the chart that is the law, verdicts, and the table that makes it fast. */
export {
  type By,
  type ChartEvent,
  type Detail,
  type Dyad,
  hasDetail,
  isEntitled,
  isOfOthers,
  project,
  symbolIndex,
  symbols,
  symbolText,
} from "./alphabet.ts";
export { type Chart, chart } from "./chart.ts";
export { type Arrow, type DrawnRegion, drawnRegions } from "./diagram/arrows.ts";
export { toDot } from "./diagram/dot.ts";
export { toMermaid } from "./diagram/mermaid.ts";
export { toScxml, toXstateJson } from "./diagram/scxml.ts";
export { describeChart } from "./diagram/text.ts";
export { lawDigest } from "./law-digest.ts";
export { matches, type Pattern, patternWords, type StatePattern, within } from "./pattern.ts";
export { enumerate, type Reachable } from "./reachable.ts";
export { type Requirement, requirements, requirementsOf, unmet } from "./requirements.ts";
export { fromKey, keyOf, PEACE, type Region, regionNames, regions, type Situation } from "./situation.ts";
export { situationOf, snapshotOf, step, stepSnapshot } from "./step.ts";
export {
  createTable,
  distinctSymbols,
  isSameVerdict,
  isVoidIn,
  type Judging,
  nextIn,
  sharedTable,
  type Table,
} from "./table.ts";
export { type ChartTransition, transitionsOf, transitionText } from "./transitions.ts";
export { type Judgement, judge, type Reason, reasonsAgainst, type Verdict } from "./verdict.ts";
