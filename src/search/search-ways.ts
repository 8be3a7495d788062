/** Searching for ways: the shortest valid way to a situation that matches, others that go differently, or the proof that there is none. */
import { matches, type Pattern, type Situation, sharedTable, type Table } from "../machine/index.ts";
import { nth, wholeArgument } from "../problem/index.ts";
import { spread } from "./breadth-first.ts";
import { allowedSymbols, type Constraints } from "./constraints.ts";
import { findHindrance, type Hindrance, likeness, regionsNamedIn } from "./unreachable.ts";
import { isDetour, type Way, wayOf } from "./way.ts";

/** What is searched for. */
export interface Search {
  readonly from: Situation;
  readonly goal: Pattern;
  /** What may happen on the way; all that is valid by default. */
  readonly allowed?: Constraints;
  /** How many different ways are wanted; 1 by default. */
  readonly k?: number;
  /** How many situations may be expanded, over all ways; {@link BUDGET} by default. */
  readonly budget?: number;
  /** The table that is asked, and filled on the way; the one that the process shares by default. */
  readonly table?: Table;
}

/** The budget of a search by default: more than enough for everything that can be reached. */
export const BUDGET = 100_000;

interface Effort {
  /** How many different situations were met, the beginning among them. */
  readonly visited: number;
  /** How many times a situation was expanded: every allowed act tried on it. */
  readonly expanded: number;
}

/** There are ways. The first is a shortest one; no two pass through the same situation between beginning and end. */
export interface Found extends Effort {
  readonly kind: "found";
  /** At least one; none has a step that could be left out. */
  readonly ways: readonly Way[];
  /** Whether fewer ways than were wanted were found because the budget ended. */
  readonly outOfBudget: boolean;
}

/** There is no way: everything that can be reached was visited, and nothing of it matches. */
export interface Unreachable extends Effort, Hindrance {
  readonly kind: "unreachable";
}

/** The budget ended before a way was found, or none proved. */
export interface OutOfBudget extends Effort {
  readonly kind: "budget";
  /** There is no way of at most this many steps. */
  readonly noneWithin: number;
  /** The shortest way to the first situation that has most of what is looked for, and how many regions that is. */
  readonly closest: { readonly way: Way; readonly matched: number; readonly of: number };
}

/** What a search came to. */
export type Searched = Found | Unreachable | OutOfBudget;

/**
 * Searches breadth first for the shortest valid way from a situation to one that matches a pattern. It ends with the
 * first situation that does, so that a goal a few steps away costs little of the table.
 *
 * With `k` above 1 further ways follow, the shortest first. They are different in what matters: no two have a
 * situation in common but the first and the last, and none is a detour: a way that would still get there without one of its
 * steps, if need be with a joint act done by one party, is left out. Acts that do the same are no different ways; they stand in `instead`.
 *
 * @throws RangeError when `k` or `budget` is no whole number above 0
 * @example
 * ```ts
 * import { PEACE } from "demarche/machine";
 * import { searchWays } from "demarche";
 * const war = { course: "retaliation.war" } as const;
 * const searched = searchWays({ from: PEACE, goal: war, allowed: { actors: { without: ["both"] } } });
 * searched.kind === "found" && searched.ways[0]?.steps.map(({ event }) => event.by); // => ["a", "b"]
 * searchWays({ from: PEACE, goal: war, allowed: { actors: { only: ["a"] } } }).kind; // => "unreachable"
 * ```
 */
export function searchWays(search: Search): Searched {
  const { from, goal, k = 1, budget = BUDGET, table = sharedTable } = search;
  for (const [name, value] of Object.entries({ k, budget })) {
    wholeArgument(name, value, 1);
  }
  const allowed = allowedSymbols(search.allowed);
  if (matches(from, goal)) {
    return { kind: "found", ways: [wayOf(from, [], allowed, table)], outOfBudget: false, visited: 1, expanded: 0 };
  }
  const start = table.idOf(from);
  const matching = new Map<number, boolean>();
  const isMatch = (id: number): boolean => {
    const cached = matching.get(id);
    if (cached !== undefined) return cached;
    const found = matches(table.situationOf(id), goal);
    matching.set(id, found);
    return found;
  };
  const avoid = new Set<number>();
  const notAtOnce = new Set<number>();
  const visited = new Set<number>([start]);
  const ways: Way[] = [];
  let expanded = 0;
  for (;;) {
    const limits = { avoid, notAtOnce, budget: budget - expanded };
    const found = spread({ table, from: start, allowed, isGoal: isMatch, ...limits });
    expanded += found.expanded;
    for (const id of found.reached) visited.add(id);
    if (found.goal === undefined) {
      const effort = { visited: visited.size, expanded };
      if (ways.length > 0) return { kind: "found", ways, outOfBudget: !found.whole, ...effort };
      const situations = found.reached.map((id) => table.situationOf(id));
      if (found.whole) return { kind: "unreachable", ...findHindrance(goal, situations), ...effort };
      const closest = closestOf(found.reached, goal, table);
      const way = wayOf(from, found.eventsTo(closest.id), allowed, table);
      const of = regionsNamedIn(goal).length;
      return { kind: "budget", noneWithin: found.depth, closest: { way, matched: closest.matched, of }, ...effort };
    }
    const events = found.eventsTo(found.goal);
    const way = wayOf(from, events, allowed, table);
    if (!isDetour(from, events, goal, table)) ways.push(way);
    const between = way.steps.slice(0, -1).map(({ after }) => table.idOf(after));
    for (const id of between) avoid.add(id);
    if (between.length === 0) notAtOnce.add(found.goal);
    if (ways.length === k || expanded >= budget) {
      const outOfBudget = ways.length < k;
      return { kind: "found", ways, outOfBudget, visited: visited.size, expanded };
    }
  }
}

function closestOf(reached: readonly number[], goal: Pattern, table: Table): { id: number; matched: number } {
  return reached.reduce(
    (best, id) => {
      const matched = likeness(table.situationOf(id), goal);
      return matched > best.matched ? { id, matched } : best;
    },
    { id: nth(reached, 0), matched: -1 },
  );
}
