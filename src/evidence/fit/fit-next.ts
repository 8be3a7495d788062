/** Fitting what comes next between two states, when, and by which action. */
import {
  gapDesign,
  type Happening,
  labelBetween,
  labels,
  type NextModel,
  nextChances,
  nextDesign,
  SPAN_COUNT,
  spanOf,
  type WrittenTree,
} from "../../calibrated/index.ts";
import { countAt, nth, present } from "../../problem/index.ts";
import { midActions } from "../mie/acts.ts";
import { FIRST_YEAR, type Moment, pairsIn, type TurnRow } from "../scores/turns.ts";
import type { Growth } from "./grow-tree.ts";
import { type Examples, fitEffects } from "./softmax.ts";
import { growWrittenTrees } from "./trees.ts";

/**
 * How much a moment weighs, by how many its confrontation has: with a power of -1 each confrontation would count once, with 0
 * each moment. These numbers, penalties and growth were chosen by cross-validation over whole confrontations.
 */
const POWER = { linear: -0.25, trees: -0.1, gaps: 0 };
const PENALTY = { linear: 20, gaps: 30, drawn: 0.5 };
const GROWTH: Growth = { rounds: 90, leaves: 10, least: 25, rate: 0.06, penalty: 10, columns: 0.5, rows: 0.8 };

export function fitNextMixture(moments: readonly Moment[]): Pick<NextModel, "effects" | "trees"> {
  return { effects: fitLinearNext(moments), trees: fitTreesNext(moments) };
}

export function fitLinearNext(moments: readonly Moment[], penalty: number = PENALTY.linear): readonly number[] {
  return fitEffects(examplesOf(moments, POWER.linear), nextDesign, labels.length, penalty);
}

export function fitTreesNext(moments: readonly Moment[]): readonly WrittenTree[] {
  return growWrittenTrees(examplesOf(moments, POWER.trees), labels.length, GROWTH);
}

/** Fits what is drawn from: a linear model in which every moment weighs the same. */
export function fitDrawn(moments: readonly Moment[]): readonly number[] {
  return fitEffects(examplesOf(moments, 0), nextDesign, labels.length, PENALTY.drawn, 2);
}

/** The chances that a fit to some moments gives others. */
export function nextPredictor(moments: readonly Moment[]): (one: Moment) => Float64Array {
  return nextChances(fitNextMixture(moments));
}

export function fitGaps(moments: readonly Moment[]): readonly number[] {
  const withGap = moments.filter(({ gap }) => gap !== undefined);
  const rows = withGap.map(({ row, label }) => Float64Array.from([...row, label]));
  const spans = withGap.map(({ gap = 0 }) => spanOf(gap));
  const examples: Examples = { rows, labels: spans, weights: weightsOf(withGap, POWER.gaps) };
  return fitEffects(examples, gapDesign, SPAN_COUNT, PENALTY.gaps, 2);
}

export function countActs(rows: readonly TurnRow[]): NextModel["acts"] {
  const counts = labels.map(() => new Map<string, number>());
  for (const events of pairsIn(rows)) {
    for (const [k, event] of events.entries()) {
      const before: Happening | undefined = events[k - 1];
      const act = midActions[event.action]?.act;
      if (before === undefined || act === undefined || event.year < FIRST_YEAR) continue;
      countAt(nth(counts, labelBetween(before, event)), act);
    }
  }
  return counts.map((counted) => [...counted].toSorted(([, one], [, other]) => other - one));
}

function examplesOf(moments: readonly Moment[], power: number): Examples {
  return {
    rows: moments.map(({ row }) => row),
    labels: moments.map(({ label }) => label),
    weights: weightsOf(moments, power),
  };
}

function weightsOf(moments: readonly Moment[], power: number): readonly number[] {
  const counts = new Map<number, number>();
  for (const { group } of moments) countAt(counts, group);
  return moments.map(({ group }) => present(counts.get(group), "moments of a case") ** power);
}
