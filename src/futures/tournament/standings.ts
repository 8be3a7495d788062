/** Standings: each strategy's mean over its games, and who is surely before whom under the same luck. */
import { addAt, numberAt } from "../../problem/index.ts";
import { type Estimate, meanOf, shareOf } from "../statistics.ts";
import type { Played } from "./contest.ts";
import { type DuelOutcome, duelOutcomeNames, duelOutcomes } from "./outcome.ts";

/** The fewest futures for which a ranking is stated: intervals of means are normal, and a mean of few games is not. */
export const FEWEST = 30;

/** How a strategy did, averaged with equal weights over all its games: each opponent once from either side. */
export interface Standing {
  readonly strategy: string;
  /** Days in minutes. */
  readonly means: Readonly<Record<DuelOutcome, Estimate>>;
  /**
   * For each outcome one more than the number of strategies that surely did better: whose paired difference has an
   * interval on one side of 0. Strategies of one rank are tied. Empty with fewer than 30 futures.
   */
  readonly ranks: Partial<Readonly<Record<DuelOutcome, number>>>;
}

/** How one strategy differs from another under the same luck: the other's mean less the one's. */
export interface Compared {
  readonly one: string;
  readonly other: string;
  readonly differences: Readonly<Record<DuelOutcome, Estimate>>;
}

/** Adds the games of all strategies up, future by future. */
export interface Table {
  /** Counts a game of the future that is being played. */
  readonly game: (a: number, b: number, played: Played) => void;
  /** The future is over: all its games were counted. */
  readonly close: () => void;
  readonly standings: () => readonly Standing[];
  readonly comparisons: () => readonly Compared[];
}

/** An empty table. The memory it takes does not depend on how many futures there are. */
export function createTable(strategies: readonly string[], length: number): Table {
  const size = strategies.length;
  const sums = duelOutcomeNames.map((name) => ({ name, now: new Float64Array(size), ...productsOf(size) }));
  let futures = 0;

  function pair({ sum, products }: (typeof sums)[number], one: number, other: number): Estimate {
    const mean = numberAt(sum, other) - numberAt(sum, one);
    const at = (x: number, y: number): number => numberAt(products, x * size + y);
    return meanOf(futures, mean, at(one, one) + at(other, other) - 2 * at(one, other));
  }

  const comparisons = (): readonly Compared[] =>
    strategies.flatMap((one, k) =>
      strategies.slice(k + 1).map((other, j) => ({
        one,
        other,
        differences: recordOf(sums.map((each) => [each.name, pair(each, k, k + 1 + j)])),
      })),
    );

  return {
    game: (a, b, played) => {
      for (const { name, now } of sums) {
        addAt(now, a, VALUES[name](played, "a", length));
        addAt(now, b, VALUES[name](played, "b", length));
      }
    },
    close: () => {
      futures += 1;
      for (const { now, sum, products } of sums) {
        for (let k = 0; k < size; k++) now[k] = numberAt(now, k) / (2 * size);
        for (let k = 0; k < size; k++) {
          const mine = numberAt(now, k);
          addAt(sum, k, mine);
          for (let j = 0; j < size; j++) addAt(products, k * size + j, mine * numberAt(now, j));
        }
        now.fill(0);
      }
    },
    standings: () =>
      strategies.map((strategy, k) => ({
        strategy,
        means: recordOf(
          sums.map(({ name, sum, products }) => [
            name,
            averageOf(name, futures, numberAt(sum, k), numberAt(products, k * size + k)),
          ]),
        ),
        ranks:
          futures < FEWEST
            ? {}
            : recordOf(
                sums.map((each) => [
                  each.name,
                  1 + strategies.filter((_, j) => j !== k && isBetter(each.name, pair(each, k, j))).length,
                ]),
              ),
      })),
    comparisons,
  };
}

/** Whether a difference says that the other is better for sure. */
function isBetter(name: DuelOutcome, { low, high }: Estimate): boolean {
  return duelOutcomes[name].better === "low" ? high < -TINY : low > TINY;
}

/** What sums of floating-point numbers may be beside 0. */
const TINY = 1e-9;

/** A mean over games. Where every future had the same, the interval is that of a share in so many futures. */
function averageOf(name: DuelOutcome, futures: number, sum: number, squares: number): Estimate {
  const normal = meanOf(futures, sum, squares);
  if (duelOutcomes[name].unit !== "share" || futures === 0) return normal;
  const bounded = { value: normal.value, low: Math.max(0, normal.low), high: Math.min(1, normal.high) };
  const certain = normal.value === 0 || Math.abs(normal.value - 1) < TINY;
  return certain ? { ...shareOf(Math.round(sum), futures), value: normal.value } : bounded;
}

function productsOf(size: number) {
  return { sum: new Float64Array(size), products: new Float64Array(size * size) };
}

function recordOf<V>(entries: readonly (readonly [DuelOutcome, V])[]): Record<DuelOutcome, V> {
  return Object.fromEntries(entries) as Record<DuelOutcome, V>;
}

type Value = (played: Played, side: "a" | "b", length: number) => number;

/** The value of each outcome for one side of a game. */
const VALUES: Readonly<Record<DuelOutcome, Value>> = {
  war: ({ war }) => war,
  force: ({ force }) => force,
  normal: ({ normal }) => (Number.isNaN(normal) ? 0 : 1),
  days: ({ normal }, _side, length) => (Number.isNaN(normal) ? length : normal),
  events: ({ events }) => events,
  alone: alone,
  held: (played, side) => (played.war + alone(played, side) > 0 ? 0 : 1),
};

function alone({ aloneA, aloneB }: Played, side: "a" | "b"): number {
  return side === "a" ? aloneA : aloneB;
}
