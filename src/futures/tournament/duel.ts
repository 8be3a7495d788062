/** A duel: one strategy against another from one opening, over many futures, each outcome with its interval. */
import { nth } from "../../problem/index.ts";
import { type Estimate, shareOf } from "../statistics.ts";
import { binFor, createCounter, meanValue, quantileOf } from "../tally.ts";
import { type Contest, LENGTH, type Pairing, type Played, pairingOf } from "./contest.ts";

/** Which futures are played. */
export interface Games {
  readonly seed: number;
  readonly futures: number;
}

/** What a duel came to. Times are in minutes. */
export interface Duel extends Pairing {
  readonly futures: number;
  readonly war: Estimate;
  readonly force: Estimate;
  readonly normal: Estimate;
  /** Minutes to normal: the quartiles, Infinity beyond the horizon, and the mean in which not back is the horizon. */
  readonly days: {
    readonly quarter: Estimate;
    readonly median: Estimate;
    readonly threeQuarters: Estimate;
    readonly mean: Estimate;
  };
  readonly events: Estimate;
  /** The share in which the crisis ended, or stood last, on the overture of a, or of b, alone. */
  readonly alone: { readonly a: Estimate; readonly b: Estimate };
  /** The share with neither war nor such an overture of a, or of b. */
  readonly held: { readonly a: Estimate; readonly b: Estimate };
  /** Moves refused as void, over all futures. */
  readonly refused: number;
  /** How many futures the bound on events ended. */
  readonly bounded: number;
}

/**
 * Plays one strategy against another.
 *
 * @param contest the opening, and what the strategies go by
 * @param pairing the strategy of each party, by its name
 * @throws RangeError for a strategy that does not exist, or a parameter out of its range
 * @example
 * ```ts
 * import { duel, event, fold } from "demarche";
 * const threat = event({ id: "threat", act: "threaten-force", at: "2030-01-01", from: ["AAA"], to: ["BBB"] });
 * const history = fold([threat], { dyad: { a: "AAA", b: "BBB" } });
 * const games = { seed: 1, futures: 200 };
 * duel({ history }, { a: "tit-for-tat", b: "restraint" }, games).war.value; // => 0
 * duel({ history }, { a: "bullying", b: "tit-for-tat" }, games).war.value > 0.5; // => true
 * ```
 */
export function duel(contest: Contest, pairing: Pairing, { seed, futures }: Games): Duel {
  const play = pairingOf(contest, pairing, seed);
  const score = createScore(contest);
  for (let run = 0; run < futures; run++) score.add(play(run));
  return score.duel(pairing);
}

export interface Score {
  readonly add: (played: Played) => void;
  readonly duel: (pairing: Pairing) => Duel;
}

export function createScore({ length = LENGTH }: Contest): Score {
  const bin = binFor(length);
  const counters = SHARES.map(() => createCounter());
  const normal = createCounter(bin);
  const days = createCounter(bin);
  const events = createCounter();
  let refused = 0;
  let bounded = 0;
  return {
    add: (played) => {
      for (const [k, of] of SHARES.entries()) nth(counters, k).add(of(played));
      normal.add(played.normal);
      days.add(Number.isNaN(played.normal) ? length : played.normal);
      events.add(played.events);
      refused += played.refused;
      bounded += played.bounded ? 1 : 0;
    },
    duel: (pairing) => {
      const share = (k: number): Estimate => {
        const { sum, futures } = nth(counters, k).tally();
        return shareOf(sum, futures);
      };
      const times = normal.tally();
      return {
        ...pairing,
        futures: times.futures,
        war: share(0),
        force: share(1),
        normal: shareOf(times.reached, times.futures),
        days: {
          quarter: quantileOf(times, 0.25),
          median: quantileOf(times, 0.5),
          threeQuarters: quantileOf(times, 0.75),
          mean: meanValue(days.tally()),
        },
        events: meanValue(events.tally()),
        alone: { a: share(2), b: share(3) },
        held: { a: share(4), b: share(5) },
        refused,
        bounded,
      };
    },
  };
}

const SHARES: readonly ((played: Played) => number)[] = [
  ({ war }) => war,
  ({ force }) => force,
  ({ aloneA }) => aloneA,
  ({ aloneB }) => aloneB,
  ({ war, aloneA }) => (war + aloneA > 0 ? 0 : 1),
  ({ war, aloneB }) => (war + aloneB > 0 ? 0 : 1),
];
