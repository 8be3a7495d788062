/** What two states did in one confrontation: the unit that the law is held against, and that is fitted. */
import { inOrder } from "../tables/day.ts";
import type { MieRow } from "../tables/mie.ts";

export interface MiePair {
  readonly confrontation: number;
  readonly states: readonly [lower: number, higher: number];
  /** Whether nobody else is in the confrontation. */
  readonly alone: boolean;
  /** The year in which the confrontation began, for whichever pair of it. */
  readonly began: number;
  /** In order of time; what is known to a month stands at its beginning. */
  readonly rows: readonly MieRow[];
}

/** Every pair of states of every confrontation, in the order of the table. */
export function pairsOf(rows: readonly MieRow[]): readonly MiePair[] {
  const within = Map.groupBy(rows, ({ confrontation }) => confrontation);
  return [...within].flatMap(([confrontation, all]): MiePair[] => {
    const alone = new Set(all.flatMap(({ a, b }) => [a, b])).size === 2;
    const began = all.reduce((least, { start }) => Math.min(least, start.year), Number.POSITIVE_INFINITY);
    const pairs = Map.groupBy(all, ({ a, b }) => `${Math.min(a, b)}-${Math.max(a, b)}`);
    return [...pairs.values()].map((some) => {
      const { a = 0, b = 0 } = some[0] ?? {};
      const states = [Math.min(a, b), Math.max(a, b)] as const;
      return { confrontation, states, alone, began, rows: inTime(some) };
    });
  });
}

/** Rows in order of time, and of their numbers within a day. */
export function inTime(rows: readonly MieRow[]): readonly MieRow[] {
  return rows.toSorted(
    (one, other) =>
      inOrder(one.start, other.start) || one.confrontation - other.confrontation || one.event - other.event,
  );
}
