/** Notebooks: a library that reads well in a cell. Open a crisis; everything it gives shows itself. */

export type { Hint, HypotheticalEvent, OwnEdit, OwnWhatIf } from "../crisis/index.ts";
export { escaped } from "../render/index.ts";
export type { CrisisData, ShownCrisis } from "./crisis.ts";
export type {
  ChartPicture,
  DossierCard,
  EventCard,
  Looks,
  ShownVerdict,
  ShownWhy,
  SituationTable,
  Timeline,
} from "./looks.ts";
export { open, openText } from "./open.ts";
export {
  type Prediction,
  type PredictionData,
  type PredictOptions,
  type Revealed,
  type Scores,
  scoresOf,
} from "./predict/index.ts";
export { consoleText, jupyterDisplay, type Mime, type Shown } from "./show/index.ts";

export type {
  Alternative,
  AlternativeData,
  ComparedHistories,
  Futures,
  FuturesOptions,
  InfluenceRow,
  Review,
  Sensitive,
  SensitivityOptions,
} from "./what-if/index.ts";
