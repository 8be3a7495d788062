/** Patterns: partial descriptions of a situation. One matches when every region it names does. */
import { type Region, regionNames, regions, type Situation } from "./situation.ts";

type Prefixes<S extends string> = S extends `${infer Head}.${infer Rest}` ? Head | `${Head}.${Prefixes<Rest>}` : S;

/** What a pattern may ask of a region: a state, or a state that holds others (`retaliation`, `reconciliation.overture`). */
export type StatePattern<R extends Region> = Prefixes<Situation[R]> | Situation[R];

/** A partial situation: for each region it names, one state or a list of which any will do. */
export type Pattern = { readonly [R in Region]?: StatePattern<R> | readonly StatePattern<R>[] };

/**
 * Whether a situation matches a pattern. `course: retaliation` matches its substates; the empty pattern matches all.
 *
 * @example
 * ```ts
 * import { matches, PEACE } from "demarche/machine";
 * matches(PEACE, { course: "normal", missionA: ["ambassador", "charge"] }); // => true
 * ```
 */
export function matches(situation: Situation, pattern: Pattern): boolean {
  for (const region of regionNames) {
    const wanted: string | readonly string[] | undefined = pattern[region];
    if (wanted === undefined) continue;
    const state = situation[region];
    if (!(typeof wanted === "string" ? within(state, wanted) : wanted.some((one) => within(state, one)))) return false;
  }
  return true;
}

/** Whether a state is the named one or one of those it holds. */
export function within(state: string, named: string): boolean {
  return state === named || (state.startsWith(named) && state[named.length] === ".");
}

/** The words a pattern may use for a region: its states and those that hold them. */
export function patternWords(region: Region): readonly string[] {
  const words = regions[region].flatMap((state) => {
    const parts = state.split(".");
    return parts.map((_, k) => parts.slice(0, k + 1).join("."));
  });
  return [...new Set(words)];
}
