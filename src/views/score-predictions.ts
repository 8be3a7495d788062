/** How well the fitted model predicts what happened, beside simple guesses and named strategies, and its calibration. */
import { BOOTSTRAPS, MODEL, SPLIT } from "../calibrated/index.ts";
import type { CheckedMeasure, Interval, NamedScores, PredictionScore, Validation } from "../evidence/index.ts";
import { type Document, facts, formatCount, headed, type Part, prose } from "../render/index.ts";

/** The document of a score of predictions. */
export function predictionScoreDocument(score: PredictionScore): Document {
  const { of, file, own, moments, cases, scores, reliability, timing, crossValidated, afterSplit, checks } = score;
  const what = of === "icb" ? "responses" : "next events";
  const inCases = of === "icb" ? "crises" : "confrontations";
  const gaps =
    timing === null ? [] : [[`nats a gap in days, of ${formatCount(timing.gaps)}`, interval(timing.model)] as const];
  const calibration = "Calibration: the chances given, and how often each came true";
  const chances = reliability.map(({ from, said: chance, came, count }) => [
    ...[from, chance, came].map(percent),
    formatCount(count),
  ]);
  const ownDataNote =
    "The model was fitted to this very table, so its scores here are too good: the cross-validation is what counts.";
  return {
    title: `Predictions beside ${file}`,
    parts: [
      facts("Scored", [[`${what} predicted`, formatCount(moments)], [inCases, formatCount(cases)], ...gaps]),
      ...(own ? [prose(ownDataNote)] : []),
      scoreTable(
        `Nats, lower is better; in brackets 95 of 100 of ${formatCount(BOOTSTRAPS)} bootstraps by case`,
        scores,
      ),
      leadFacts(scores),
      ...(of === "icb" ? [] : [prose(STRATEGIES)]),
      headed(calibration, ["chance from", "given", "came", "of"], chances),
      ...validationParts(`Cross-validated in five folds by case, when ${MODEL} was made`, crossValidated),
      ...validationParts(`Fitted before ${SPLIT}, scored on what began later`, afterSplit),
      ...(checks.length === 0 ? [] : [checkTable(checks)]),
    ],
  };
}

const STRATEGIES =
  "The strategies were made to explain who answers whom, not to predict: always predicting what one of them does scores worse here than giving every label the same chance.";

function validationParts(caption: string, { moments, cases, scores }: Validation): readonly Part[] {
  if (scores.length === 0) return [];
  return [scoreTable(`${caption} (${formatCount(moments)} in ${formatCount(cases)} cases)`, scores), leadFacts(scores)];
}

/** What is drawn, measured as the table itself is. */
function checkTable(checks: readonly CheckedMeasure[]): Part {
  const rows = checks.map(({ name, observed, low, median: value, high }) => {
    const band = observed >= low && observed <= high ? "inside" : "outside";
    return [name, observed.toFixed(3), interval({ value, low, high }), band];
  });
  const heads = ["measure", "observed", "drawn", "band"];
  return headed("Its pairs, observed and drawn again from their first events", heads, rows);
}

function scoreTable(caption: string, scores: readonly NamedScores[]): Part {
  const rows = scores.map(({ name, logLoss, logLossByCase, brier, accuracy }) => {
    const intervals = [logLoss, logLossByCase].map(interval);
    return [name, ...intervals, brier.toFixed(3), percent(accuracy)];
  });
  return headed(caption, ["predictor", "nats", "each case once", "Brier", "right"], rows);
}

/** How far the best simple guess is behind. */
function leadFacts(scores: readonly NamedScores[]): Part {
  const { ahead, aheadByCase } = scores.find(({ name }) => name === MODEL) ?? {};
  const reference = scores.find((one) => one.ahead === null)?.name ?? "";
  return facts(`Nats by which the ${MODEL} is ahead of ${reference}`, [
    ["all", ahead == null ? "" : interval(ahead)],
    ["each case once", aheadByCase == null ? "" : interval(aheadByCase)],
  ]);
}

function interval({ value, low, high }: Interval): string {
  return `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
