/** How what is fitted predicts what happened: beside simple guesses and named strategies, with its calibration. */
import { BOOTSTRAPS, MODEL, SPLIT } from "../calibrated/index.ts";
import type { CheckedMeasure, Interval, PredictionScore, Scored, Validated } from "../evidence/index.ts";
import { type Document, facts, type Part, prose, table } from "../render/index.ts";

/** The document of a score of predictions. */
export function predictionScoreDocument(score: PredictionScore): Document {
  const { of, file, own, moments, cases, scores, reliability, timing, crossValidated, afterSplit, checks } = score;
  const what = of === "icb" ? "responses" : "next events";
  const inCases = of === "icb" ? "crises" : "confrontations";
  const flatters =
    "The model was fitted to this very table, so here it flatters itself: what counts stands under cross-validation.";
  return {
    title: `Predictions beside ${file}`,
    parts: [
      facts("Scored", [
        [`${what} predicted`, number(moments)],
        [inCases, number(cases)],
        ...(timing === null
          ? []
          : [[`nats a gap in days, of ${number(timing.gaps)}`, interval(timing.model)] as const]),
      ]),
      ...(own ? [prose(flatters)] : []),
      scoreTable(`Nats, lower is better; in brackets 95 of 100 of ${number(BOOTSTRAPS)} bootstraps by case`, scores),
      aheadOf(scores),
      ...(of === "icb" ? [] : [prose(STRATEGIES)]),
      {
        ...table(
          "Calibration: what was given a chance, and how often it came",
          ["chance from", "given", "came", "of"],
          reliability.map(({ from, said, came, count }) => [
            percent(from),
            percent(said),
            percent(came),
            number(count),
          ]),
        ),
        heads: "plain",
      },
      ...heldOut(`Cross-validated in five folds by case, when ${MODEL} was made`, crossValidated),
      ...heldOut(`Fitted before ${SPLIT}, scored on what began later`, afterSplit),
      ...(checks.length === 0 ? [] : [checkTable(checks)]),
    ],
  };
}

const STRATEGIES =
  "The strategies were made to explain who answers whom, not to predict: who plays one all the time does worse here than one who knows nothing and gives every label the same chance.";

function heldOut(caption: string, { moments, cases, scores }: Validated): readonly Part[] {
  if (scores.length === 0) return [];
  return [scoreTable(`${caption} (${number(moments)} in ${number(cases)} cases)`, scores), aheadOf(scores)];
}

/** What is drawn, measured as the table itself is. */
function checkTable(checks: readonly CheckedMeasure[]): Part {
  const rows = checks.map(({ name, observed, low, median, high }) => [
    name,
    observed.toFixed(3),
    `${median.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`,
    observed >= low && observed <= high ? "inside" : "outside",
  ]);
  const heads = ["measure", "observed", "drawn", "band"];
  return { ...table("Its pairs begun anew by their first events, and what was drawn", heads, rows), heads: "plain" };
}

function scoreTable(caption: string, scores: readonly Scored[]): Part {
  const rows = scores.map(({ name, logLoss, logLossByCase, brier, accuracy }) => [
    name,
    interval(logLoss),
    interval(logLossByCase),
    brier.toFixed(3),
    percent(accuracy),
  ]);
  const heads = ["predictor", "nats", "each case once", "Brier", "right"];
  return { ...table(caption, heads, rows), heads: "plain" };
}

/** How far the best simple guess is behind. */
function aheadOf(scores: readonly Scored[]): Part {
  const { ahead, aheadByCase } = scores.find(({ name }) => name === MODEL) ?? {};
  const reference = scores.find((one) => one.ahead === null)?.name ?? "";
  return facts(`The ${MODEL} is ahead of ${reference} by so many nats`, [
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

function number(value: number): string {
  return value.toLocaleString("en");
}
