/** Each kind of outcome in words: what it observes, its values, and how they are distributed over futures. */
import { meanValue, quantileOf, reachedShare, shareWith, type Tally } from "../../futures/index.ts";
import { type Dyad, type Region, regions } from "../../machine/index.ts";
import { nth } from "../../problem/index.ts";
import { type Outcome, type OutcomeOf, regionKey, statesOf } from "../../scenario/index.ts";
import { patternText } from "../findings.ts";
import { stateText } from "../words.ts";
import { dayCount, daysText, HISTOGRAM, numberText, percentText } from "./distribution.ts";

/** How outcomes of one kind are put into words. */
interface OutcomeWords<Kind extends Outcome["kind"]> {
  /**
   * What is observed.
   *
   * @param since ` since ID`, or nothing
   */
  readonly observes: (outcome: OutcomeOf<Kind>, dyad: Dyad, since: string) => string;
  /** A value in words. */
  readonly value: (value: number, outcome: OutcomeOf<Kind>, dyad: Dyad) => string;
  /** The numbers of many futures, the most informative first. */
  readonly numbers: (tally: Tally, outcome: OutcomeOf<Kind>, dyad: Dyad) => readonly string[];
  /**
   * Where a histogram begins and ends.
   *
   * @param length minutes that are simulated
   * @param most the highest value
   */
  readonly bounds: (length: number, most: number, outcome: OutcomeOf<Kind>) => readonly [low: number, high: number];
}

const time = {
  value: (minutes: number) => `${dayCount(minutes)} d`,
  bounds: (length: number) => [0, length] as const,
};

const outcomeWords: { readonly [Kind in Outcome["kind"]]: OutcomeWords<Kind> } = {
  first: {
    ...time,
    observes: ({ pattern }, dyad, since) =>
      `days${since === "" ? " from the first event" : since} until ${patternText(pattern, dyad)}`,
    numbers: (tally) => [
      `reached in ${percentText(reachedShare(tally))}`,
      `median ${daysText(quantileOf(tally, 0.5))}`,
    ],
  },
  reached: {
    observes: ({ pattern }, dyad, since) => `whether ${patternText(pattern, dyad)} is reached${since}`,
    value: (value) => (value === 1 ? "yes" : "no"),
    numbers: (tally) => [percentText(shareWith(tally, 1))],
    bounds: () => [0, 2],
  },
  longest: {
    ...time,
    observes: ({ pattern }, dyad, since) => `longest spell of ${patternText(pattern, dyad)}${since}, in days`,
    numbers: (tally) => [`median ${daysText(quantileOf(tally, 0.5))}`],
  },
  count: {
    observes: ({ what, by }, _, since) => `number of acts: ${what}${by === undefined ? "" : ` by ${by}`}${since}`,
    value: String,
    numbers: (tally) => [`mean ${numberText(meanValue(tally))}`],
    bounds: (_, most) => [0, Math.max(HISTOGRAM, 1 + most)],
  },
  final: {
    observes: ({ region }, dyad) => `where ${regionKey(region, dyad)} ends`,
    value: (place, { region }, dyad) => stateAt(region, place, dyad),
    numbers: (tally, { region }, dyad) =>
      mostCommon(tally).map((place) => `${stateAt(region, place, dyad)} ${percentText(shareWith(tally, place))}`),
    bounds: (_length, _most, outcome) => [0, statesOf(outcome).length],
  },
  peak: {
    observes: (_outcome, _dyad, since) =>
      `highest hostility level${since}: ${regions.posture.map((name, k) => `${k + 1} ${name}`).join(", ")}`,
    value: String,
    numbers: (tally) => mostCommon(tally).map((value) => `level ${value}: ${percentText(shareWith(tally, value))}`),
    bounds: () => [1, regions.posture.length + 1],
  },
};

function wordsOf({ kind }: Outcome): OutcomeWords<Outcome["kind"]> {
  return outcomeWords[kind] as OutcomeWords<Outcome["kind"]>;
}

/** What an outcome observes, in words. */
export function describe(outcome: Outcome, dyad: Dyad): string {
  return wordsOf(outcome).observes(outcome, dyad, outcome.since === undefined ? "" : ` since ${outcome.since}`);
}

/** The value in the record, in words. */
export function recordText(outcome: Outcome, value: number, dyad: Dyad): string {
  return Number.isNaN(value) ? "not reached" : wordsOf(outcome).value(value, outcome, dyad);
}

/** The numbers of a row, the most informative first. */
export function numbersOf(outcome: Outcome, tally: Tally, dyad: Dyad): readonly string[] {
  return wordsOf(outcome).numbers(tally, outcome, dyad);
}

/** Where a histogram of values begins and ends. */
export function boundsOf(outcome: Outcome, tallies: readonly Tally[], length: number): readonly [number, number] {
  const most = Math.max(...tallies.flatMap(({ counts }) => [...counts.keys()]));
  return wordsOf(outcome).bounds(length, most, outcome);
}

/** The state at a place of its region, in words. */
function stateAt(region: Region, place: number, dyad: Dyad): string {
  return stateText(region, nth<string>(regions[region], place), dyad);
}

/** The values of more than a hundredth of the futures, at most four. */
function mostCommon({ counts, futures }: Tally): readonly number[] {
  return [...counts]
    .filter(([, count]) => count / futures >= 0.01)
    .sort(([, one], [, other]) => other - one)
    .slice(0, 4)
    .map(([value]) => value);
}
