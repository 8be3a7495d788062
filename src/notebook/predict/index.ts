/** Predict, reveal, score: probabilities first, then what happened. */
export type { PredictionData, PredictOptions } from "./options.ts";
export { type Prediction, predictionOf } from "./predict.ts";
export type { Revealed } from "./reveal.ts";
export { type Scores, scoresOf } from "./score.ts";
