/** A tournament: every named strategy against every other and itself, from one opening under the same luck. */
import { type Contest, LENGTH, pairingOf } from "./contest.ts";
import { createScore, type Duel, type Games } from "./duel.ts";
import { type Compared, createTable, type Standing } from "./standings.ts";

/** What a tournament came to. */
export interface Tournament {
  readonly strategies: readonly string[];
  readonly seed: number;
  readonly futures: number;
  /** Minutes that were simulated after the opening. */
  readonly length: number;
  /** Every ordered pair: the first strategy as a against all as b, and so on. */
  readonly duels: readonly Duel[];
  readonly standings: readonly Standing[];
  readonly comparisons: readonly Compared[];
}

/**
 * Plays every ordered pair of strategies, each against itself too. All pairs are played under the same luck, so that
 * differences between strategies are paired.
 *
 * @param played called after each future with the number of futures done
 * @throws RangeError for a strategy that does not exist, or a parameter out of its range
 * @example
 * ```ts
 * import { event, fold, tournament } from "demarche";
 * const threat = event({ id: "threat", act: "threaten-force", at: "2030-01-01", from: ["AAA"], to: ["BBB"] });
 * const history = fold([threat], { dyad: { a: "AAA", b: "BBB" } });
 * const { standings } = tournament({ history }, ["bullying", "reciprocating"], { seed: 1, futures: 200 });
 * standings.map(({ ranks }) => ranks.war); // => [2, 1]
 * ```
 */
export function tournament(
  contest: Contest,
  strategies: readonly string[],
  { seed, futures }: Games,
  played: (done: number) => void = () => undefined,
): Tournament {
  const { length = LENGTH } = contest;
  const table = createTable(strategies, length);
  const games = strategies.flatMap((a, row) =>
    strategies.map((b, column) => ({
      pairing: { a, b },
      row,
      column,
      play: pairingOf(contest, { a, b }, seed),
      score: createScore(contest),
    })),
  );
  for (let run = 0; run < futures; run++) {
    for (const { row, column, play, score } of games) {
      const result = play(run);
      score.add(result);
      table.game(row, column, result);
    }
    table.close();
    played(run + 1);
  }
  return {
    strategies,
    seed,
    futures,
    length,
    duels: games.map(({ pairing, score }) => score.duel(pairing)),
    standings: table.standings(),
    comparisons: table.comparisons(),
  };
}
