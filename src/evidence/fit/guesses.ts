/** Simple guesses: how often each label came, of all, or after the same that was seen just before. */

/** What can be guessed: the label, and by the name of a guess what was seen. */
export interface GuessTarget {
  readonly label: number;
  /** Nothing, one step, two steps: what each guess looks at, as a number. */
  readonly seen: readonly number[];
}

/** Counts of labels by what was seen; the key "all" holds those of everything. */
export type GuessTable = Readonly<Record<string, readonly number[]>>;

/** How many of what was seen the labels of everything count as. */
const BORROWED_COUNT = 5;

export function guessTable(some: readonly GuessTarget[], place: number, labels: number): GuessTable {
  const none = (): number[] => new Array(labels).fill(0);
  const table: Record<string, number[]> = { all: none() };
  for (const { label, seen } of some) {
    const key = String(seen[place]);
    const counts = table[key] ?? none();
    table[key] = counts;
    for (const one of [counts, table["all"] ?? none()]) one[label] = (one[label] as number) + 1;
  }
  return table;
}

/** The chances of a guess: the counts of what was seen, with a little of the counts of everything. */
export function guessChances(table: GuessTable, seen: number): Float64Array {
  const all = table["all"] ?? [];
  const whole = sum(all) + all.length / 2;
  const counts = table[String(seen)] ?? all.map(() => 0);
  const count = sum(counts) + BORROWED_COUNT;
  return Float64Array.from(
    counts,
    (value, k) => (value + (BORROWED_COUNT * ((all[k] as number) + 0.5)) / whole) / count,
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
