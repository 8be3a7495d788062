/** Standings: each strategy's mean over its games, and which strategies surely rank before others under the same luck. */
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
  const numbers = (length: number): Float64Array => new Float64Array(length);
  const sums = duelOutcomeNames.map((name) => {
    return { name, now: numbers(size), sum: numbers(size), products: numbers(size * size) };
  });
  let futures = 0;

  function pair({ sum, products }: (typeof sums)[number], one: number, other: number): Estimate {
    const mean = numberAt(sum, other) - numberAt(sum, one);
    const at = (x: number, y: number): number => numberAt(products, x * size + y);
    return meanOf(futures, mean, at(one, one) + at(other, other) - 2 * at(one, other));
  }

  const byOutcome = <V>(of: (sum: (typeof sums)[number]) => V): Record<DuelOutcome, V> =>
    Object.fromEntries(sums.map((sum) => [sum.name, of(sum)])) as Record<DuelOutcome, V>;

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
        means: byOutcome(({ name, sum, products }) =>
          averageOf(name, futures, numberAt(sum, k), numberAt(products, k * size + k)),
        ),
        ranks:
          futures < FEWEST
            ? {}
            : byOutcome(
                (sum) => 1 + strategies.filter((_, j) => j !== k && isBetter(sum.name, pair(sum, k, j))).length,
              ),
      })),
    comparisons: () =>
      strategies.flatMap((strategy, k) =>
        strategies.slice(k + 1).map((other, j) => {
          return { one: strategy, other, differences: byOutcome((sum) => pair(sum, k, k + 1 + j)) };
        }),
      ),
  };
}

/** Whether a difference says that the other is better for sure. */
function isBetter(name: DuelOutcome, { low, high }: Estimate): boolean {
  return duelOutcomes[name].better === "low" ? high < -TINY : low > TINY;
}

/** The rounding error of sums of floating-point numbers around 0. */
const TINY = 1e-9;

/** A mean over games. Where every future had the same value, the interval is that of a share in as many futures. */
function averageOf(name: DuelOutcome, futures: number, sum: number, squares: number): Estimate {
  const normal = meanOf(futures, sum, squares);
  if (duelOutcomes[name].unit !== "share" || futures === 0) return normal;
  const bounded = { value: normal.value, low: Math.max(0, normal.low), high: Math.min(1, normal.high) };
  const certain = normal.value === 0 || Math.abs(normal.value - 1) < TINY;
  return certain ? { ...shareOf(Math.round(sum), futures), value: normal.value } : bounded;
}

type Value = (played: Played, side: "a" | "b", length: number) => number;

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
