/** What a named strategy is: its name, its source, its numbers, and how it answers one level with another. */
import { MINUTES_PER_DAY } from "../../events/index.ts";
import type { Level } from "../ladder.ts";

/** A number that a strategy uses. */
export interface Parameter {
  readonly value: number;
  /** What is thought possible. */
  readonly range: readonly [lowest: number, highest: number];
  /** Beyond these the number makes no sense. */
  readonly limits: readonly [lowest: number, highest: number];
  readonly meaning: string;
  readonly basis: string;
}

/** What a strategy remembers: a few numbers, all 0 at first. Writing into them is how it learns. */
export type Memory = Float64Array;

/** A strategy's parameters by name, as numbers. */
export type Settings = Readonly<Record<string, number>>;

/** A named strategy. All its functions are pure but for the memory that they are given. */
export interface Strategy {
  readonly id: string;
  readonly title: string;
  /** Who proposed it, and where. */
  readonly source: string;
  /** What it does, in two or three sentences. */
  readonly definition: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** How many numbers it remembers. */
  readonly memory: number;
  /**
   * The level with which it answers one act of the other; 0 for no answer.
   *
   * @param share from 0 to 1, drawn for this occasion, for strategies that leave something to chance
   */
  readonly react: (memory: Memory, settings: Settings, level: Level, share: number) => Level;
  /** Called with its own acts, when they have happened. */
  readonly own?: (memory: Memory, settings: Settings, level: Level) => void;
  /** What it does unasked, every `period` days. */
  readonly tick?: (memory: Memory, settings: Settings) => Level;
}

/** The limits of a chance. */
export const SHARE = [0, 1] as const;

/** The limits of a length of time in days: from a minute to a century. */
const DAYS = [1 / MINUTES_PER_DAY, 36_525] as const;

/** The parameters that every strategy has: whether it answers at all, and how soon. */
export const answering: Readonly<Record<string, Parameter>> = {
  answers: {
    value: 0.5,
    range: [0.2, 0.9],
    limits: SHARE,
    meaning: "the chance that the strategy gives an answer that it wants to give",
    basis:
      "Militarized Interstate Events 1.0 (Gibler and Miller), after 1945: both sides act in 43.2 % of the confrontations of two states alone, in 57 % if a clash is an act of both, and in 37.5 % of all pairs of all confrontations; quiet answers are not coded. Between these, by the authors' judgement.",
  },
  median: {
    value: 2,
    range: [0.5, 7],
    limits: DAYS,
    meaning: "days within which half of the answers come",
    basis: "Militarized Interstate Events 1.0, after 1945: median delay of a reply 2 days.",
  },
  p90: {
    value: 92,
    range: [14, 180],
    limits: DAYS,
    meaning: "days within which nine of ten answers come",
    basis: "Militarized Interstate Events 1.0, after 1945: 90th percentile of the delay of a reply 92 days.",
  },
};

/** The parameters of every strategy that may also go on unasked. */
export const common: Readonly<Record<string, Parameter>> = {
  ...answering,
  "goes-on": {
    value: 0.45,
    range: [0.33, 0.53],
    limits: SHARE,
    meaning:
      "the chance that after a threat, a display or force of its own it acts again on that level, unasked and as soon as it would answer",
    basis:
      "Militarized Interstate Events 1.0, after 1945: after 45 % of the events of one side between two states alone the next is of the same side (33 % after the first event, 53 % between all pairs), two thirds on its level, after 3 days in the median. In no publication: 0 plays a strategy as published.",
  },
};

/** How often a strategy that also acts unasked considers it, in days. */
export function period(value: number): Parameter {
  return {
    value,
    range: [1, 60],
    limits: DAYS,
    meaning: "days between two steps that it takes unasked",
    basis: "The authors' judgement; the literature names no number.",
  };
}

/** How high a strategy climbs. */
export const ceiling: Parameter = {
  value: 4,
  range: [2, 5],
  limits: [1, 5],
  meaning: "the highest level that it plays: 2 threat, 3 display, 4 force, 5 war",
  basis: "The authors' judgement: most crises stay below war.",
};
