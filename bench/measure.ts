/** How things are timed here: in turn, A B A B, each round long enough to count, medians and ratios of paired rounds. */

/** One contender: does some work and says how many operations it was. */
export interface Contender {
  readonly name: string;
  readonly run: () => number;
}

/** Operations a second of each contender, in each round. */
export type Rates = ReadonlyMap<string, readonly number[]>;

/** Rounds that are run first and not counted. */
export const WARM_UP = 2;

/** Runs the contenders in turn, so that a drifting machine slows all alike. */
export function race(contenders: readonly Contender[], rounds = 9): Rates {
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const { name, run } of contenders) {
      const start = performance.now();
      const operations = run();
      const seconds = (performance.now() - start) / 1000;
      if (round >= 0) rates.get(name)?.push(operations / seconds);
    }
  }
  return rates;
}

/** A contender that is waited for. */
export interface LaterContender {
  readonly name: string;
  readonly run: () => Promise<number>;
}

/** The same for contenders that are waited for. */
export async function raceLater(contenders: readonly LaterContender[], rounds = 9): Promise<Rates> {
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const { name, run } of contenders) {
      const start = performance.now();
      const operations = await run();
      const seconds = (performance.now() - start) / 1000;
      if (round >= 0) rates.get(name)?.push(operations / seconds);
    }
  }
  return rates;
}

/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Median, lowest and highest ratio of two contenders, round by round. */
export function ratio(rates: Rates, faster: string, slower: string): readonly [number, number, number] {
  const below = rates.get(slower) ?? [];
  const ratios = (rates.get(faster) ?? []).map((rate, k) => rate / (below[k] ?? Number.NaN));
  return [median(ratios), Math.min(...ratios), Math.max(...ratios)];
}
