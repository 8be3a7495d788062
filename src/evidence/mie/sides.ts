/** On which side states stood in a confrontation, as the coders have it; a few stood on both. */
import { stateOf } from "../states/states.ts";
import type { MieRow } from "../tables/mie.ts";

type Side = "A" | "B";

/** By confrontation and state. */
export type Sides = ReadonlyMap<number, ReadonlyMap<number, ReadonlySet<Side>>>;

export function sidesOf(rows: readonly MieRow[]): Sides {
  const sides = new Map<number, Map<number, Set<Side>>>();
  for (const { confrontation, a, b, sideA } of rows) {
    const states = sides.get(confrontation) ?? new Map<number, Set<Side>>();
    sides.set(confrontation, states);
    for (const [state, side] of [[a, sideA ? "A" : "B"] as const, [b, sideA ? "B" : "A"] as const]) {
      states.set(state, (states.get(state) ?? new Set()).add(side));
    }
  }
  return sides;
}

/** The party on whose side a third state stood; none where both parties or neither stood there, or one stood on both. */
export function sideIn(
  sides: Sides,
  confrontation: number,
  third: number,
  parties: readonly number[],
): number | undefined {
  const only = (state: number): Side | undefined => {
    const [side, ...more] = sides.get(confrontation)?.get(state) ?? [];
    return more.length === 0 ? side : undefined;
  };
  const own = only(third);
  const [party, ...more] = parties.filter((one) => own !== undefined && only(one) === own);
  return more.length === 0 ? party : undefined;
}

/** `A is India; B is Pakistan, China`. */
export function sidesText(sides: Sides, confrontation: number): string {
  const states = [...(sides.get(confrontation) ?? [])];
  const on = (side: Side): string =>
    states.flatMap(([state, sidesTaken]) => (sidesTaken.has(side) ? [stateOf(state).name] : [])).join(", ");
  return `A is ${on("A")}; B is ${on("B")}`;
}
