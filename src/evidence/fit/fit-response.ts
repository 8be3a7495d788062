/** Fitting the response of a crisis actor to what triggered the crisis for it. */
import { type Mixture, mixedChances } from "../../calibrated/index.ts";
import { RESPONSES, responseDesign, type Trigger } from "../scores/crises.ts";
import type { Growth } from "./grow-tree.ts";
import { type Examples, fitEffects } from "./softmax.ts";
import { growWrittenTrees } from "./trees.ts";

/** Chosen by cross-validation over whole crises. */
const PENALTY = 40;
const GROWTH: Growth = { rounds: 60, leaves: 4, least: 15, rate: 0.05, penalty: 5, columns: 0.4, rows: 0.7 };

export function fitResponseMixture(triggers: readonly Trigger[], penalty: number = PENALTY): Mixture {
  const examples: Examples = {
    rows: triggers.map(({ row }) => row),
    labels: triggers.map(({ label }) => label),
    weights: triggers.map(() => 1),
  };
  const effects = fitEffects(examples, responseDesign, RESPONSES, penalty);
  return { effects, trees: growWrittenTrees(examples, RESPONSES, GROWTH) };
}

/** The chances that a fit to some triggers gives others. */
export function responsePredictor(triggers: readonly Trigger[]): (one: Trigger) => Float64Array {
  const chances = mixedChances(fitResponseMixture(triggers), responseDesign, RESPONSES);
  return ({ row }) => chances(row);
}
