/** The chain: states of the jump process by number, each with the rates at which it leads to others, found when asked. */
import { MINUTES_PER_DAY } from "../../events/index.ts";
import { sharedTable } from "../../machine/index.ts";
import { countAt, nth, numberAt, type Problem } from "../../problem/index.ts";
import { FADED } from "../simulation.ts";
import { notExact } from "./obstacles.ts";
import { type Distribution, keyOf, type State, withIntention } from "./state.ts";
import { type Due, unfold } from "./unfold.ts";
import type { World } from "./world.ts";

/** The most states that are looked at, unless another limit is asked for. */
export const STATES = 20_000;

/** The rates out of a state, a minute. */
export interface Rates {
  /** The numbers of the states that it leads to, without itself. */
  readonly to: readonly number[];
  readonly rate: readonly number[];
  readonly decided: number;
  /** What is added to the count a minute, on average. */
  readonly counted: number;
  readonly total: number;
}

/** Weights by the number of a state. */
export type Weights = ReadonlyMap<number, number>;

/** A chain that grows as it is explored. */
export interface Chain {
  readonly ratesOf: (id: number) => Rates;
  readonly stateOf: (id: number) => State;
  readonly number: (states: Distribution) => Weights;
  /** What becomes of weights at a moment at which something is due. */
  readonly at: (
    before: Weights,
    due: readonly Due[],
    fading: boolean,
  ) => { readonly after: Weights; readonly decided: number; readonly counted: number };
  readonly size: () => number;
}

export function createChain(world: World, limit: number = STATES): Chain {
  const ids = new Map<string, number>();
  const states: State[] = [];
  const ratesById: Rates[] = [];

  function idOf(key: string, state: State): number {
    const existing = ids.get(key);
    if (existing !== undefined) return existing;
    if (states.length >= limit) throw tooManyStates(limit);
    if (world.fadesAgain && state.quiet === "fresh" && sharedTable.verdict(state.situation, FADED) !== "void") {
      throw fadesAgain(world);
    }
    const id = states.push(state) - 1;
    ids.set(key, id);
    return id;
  }

  const stateOf = (id: number): State => nth(states, id);

  function explore(state: State): Rates {
    const own = keyOf(state);
    const to = new Map<number, number>();
    const sums = { decided: 0, counted: 0, total: 0 };
    for (const [number, open] of state.pending.entries()) {
      if (open === 0) continue;
      const rate = open * numberAt(world.rates, number);
      const { ends, decided, counted } = unfold(world, withIntention(state, number, -1), [{ kind: "act", number }]);
      sums.decided += rate * decided;
      sums.counted += rate * counted;
      sums.total += rate * decided;
      for (const [key, { state: end, weight }] of ends) {
        if (key === own) continue;
        countAt(to, idOf(key, end), rate * weight);
        sums.total += rate * weight;
      }
    }
    return { to: [...to.keys()], rate: [...to.values()], ...sums };
  }

  const number = (distribution: Distribution): Weights =>
    new Map([...distribution].map(([key, { state, weight }]) => [idOf(key, state), weight]));

  return {
    ratesOf: (id) => {
      const existing = ratesById[id];
      if (existing !== undefined) return existing;
      const found = explore(stateOf(id));
      ratesById[id] = found;
      return found;
    },
    stateOf,
    number,
    at: (before, due, fading) => {
      const after = new Map<number, number>();
      let decided = 0;
      let counted = 0;
      for (const [id, weight] of before) {
        if (weight === 0) continue;
        const state = stateOf(id);
        const now: State = fading && state.quiet === "waiting" ? { ...state, quiet: "over" } : state;
        const unfolded = unfold(world, now, due);
        decided += weight * unfolded.decided;
        counted += weight * unfolded.counted;
        for (const [end, share] of number(unfolded.ends)) countAt(after, end, weight * share);
      }
      return { after, decided, counted };
    },
    size: () => states.length,
  };
}

/** All states that can follow some others, those first that follow the most: successors before what leads to them. */
export function reachableFrom({ ratesOf }: Pick<Chain, "ratesOf">, from: Iterable<number>): readonly number[] {
  const visited = new Set<number>();
  const order: number[] = [];
  for (const start of from) {
    const path: { readonly id: number; next: number }[] = [];
    const enter = (id: number): void => {
      if (visited.has(id)) return;
      visited.add(id);
      path.push({ id, next: 0 });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = ratesOf(top.id).to[top.next++];
      if (next !== undefined) {
        enter(next);
        continue;
      }
      order.push(top.id);
      path.pop();
    }
  }
  return order;
}

function tooManyStates(limit: number): Problem {
  const why = `More than ${limit} combinations of a situation with open intentions can arise. Rules that answer each other without end make them; at-most bounds them.`;
  return notExact("too-many-states", why);
}

function fadesAgain({ model: { setup } }: World): Problem {
  const days = Math.round(setup.history.quiet / MINUTES_PER_DAY);
  const why = `The horizon lies more than the quiet period of ${days} days ahead, and a crisis that is stirred again could fade at a moment that depends on the last hostile act. A horizon within ${days} days has an exact answer.`;
  return notExact("quiet-period", why);
}
