/** A state of the Markov jump process: the chart's situation and everything that decides what can follow. */
import { nth, numberAt } from "../../problem/index.ts";
import { MAX_ATTEMPTS } from "../reactions.ts";
import { hostilityOf } from "../watch.ts";
import type { World } from "./world.ts";

/**
 * How the quiet period stands. `fresh`: no crisis can fade before the horizon; `waiting`: the history's crisis fades at
 * a known minute unless somebody is hostile first; `over`: that minute has passed, and what can fade does so at once.
 */
export type Quiet = "fresh" | "waiting" | "over";

/** A state. Exponential delays remember nothing, so how long an intention has been open does not belong to it. */
export interface State {
  readonly situation: number;
  readonly quiet: Quiet;
  /** The highest hostility level so far, where that is asked; else 0. */
  readonly peak: number;
  /** For each source: how many intentions are open. */
  readonly pending: readonly number[];
  /** For each source with a bound: how often it has acted; else 0. */
  readonly uses: readonly number[];
  /** For each act that needs consent: who has proposed it, 1 party a, 2 party b. */
  readonly proposals: readonly number[];
}

/** A text for a state: the same for equal states and no others. */
export function keyOf({ situation, quiet, peak, pending, uses, proposals }: State): string {
  return `${situation} ${quiet} ${peak} ${pending.join(",")} ${uses.join(",")} ${proposals.join(",")}`;
}

export type Distribution = ReadonlyMap<string, { readonly state: State; readonly weight: number }>;

/**
 * Where futures begin: the history's situation, and on each of its open occasions an intention or none. A simulation
 * draws an answer again, up to 64 times, while it would lie in the past; its chance is what that makes of it.
 */
export function openingStates(world: World): Distribution {
  const { opening: from, model } = world;
  const { sources } = model;
  const first: State = {
    situation: from.situation,
    quiet: world.fading === Number.POSITIVE_INFINITY ? "fresh" : world.fading <= from.now ? "over" : "waiting",
    peak: world.peak === 0 ? 0 : Math.max(world.peak, hostilityOf(from.situation)),
    pending: sources.map(() => 0),
    uses: sources.map(({ atMost }, k) => (Number.isFinite(atMost) ? numberAt(from.uses, k) : 0)),
    proposals: world.joints.map(() => 0),
  };
  let all: Distribution = new Map([[keyOf(first), { state: first, weight: 1 }]]);
  for (const { source: number, minute } of from.occasions) {
    const source = nth(sources, number);
    const rate = numberAt(world.rates, number);
    // An answer at once lies in the past, or in this minute: see the epochs.
    if (rate === 0 || numberAt(from.uses, number) >= source.atMost) continue;
    const open = chanceOpen(source.chance, Math.exp(-rate * (from.now - minute)));
    all = mergeStates(
      [...all.values()].flatMap(({ state, weight }) => [
        { state: withIntention(state, number, 1), weight: weight * open },
        { state, weight: weight * (1 - open) },
      ]),
    );
  }
  return all;
}

/** A state with more or fewer open intentions of a source. */
export function withIntention(state: State, source: number, more: number): State {
  return { ...state, pending: state.pending.with(source, nth(state.pending, source) + more) };
}

/** States put together, each with the total weight of equal ones; those without weight are left out. */
export function mergeStates(parts: Iterable<{ readonly state: State; readonly weight: number }>): Distribution {
  const all = new Map<string, { readonly state: State; readonly weight: number }>();
  for (const { state, weight } of parts) {
    if (weight <= 0) continue;
    const key = keyOf(state);
    all.set(key, { state, weight: weight + (all.get(key)?.weight ?? 0) });
  }
  return all;
}

/** The chance that an answer is still to come, of one that is given with a chance and lies ahead with another. */
function chanceOpen(chance: number, ahead: number): number {
  const again = chance * (1 - ahead);
  return again >= 1 ? 0 : (chance * ahead * (1 - again ** MAX_ATTEMPTS)) / (1 - again);
}
