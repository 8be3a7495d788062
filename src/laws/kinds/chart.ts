/** Laws of the chart as a whole: what can be reached from where, and that nothing in it is dead or in conflict. */
import { type ActId, actIds } from "../../events/index.ts";
import {
  isSameVerdict,
  matches,
  nextIn,
  symbols,
  type Table,
  transitionsOf,
  transitionText,
} from "../../machine/index.ts";
import type { ChartLaw, Listed } from "../law.ts";
import { mirrorSituation, opposites } from "../mirror.ts";
import type { Space } from "../system.ts";
import { actWords, PARTIES, situationWords, whoWords } from "../words.ts";

/** The maximum number of situations looked at on the way from one to normal relations. */
const MAX_SEARCHED = 20_000;

export const chartLaws: readonly Listed<ChartLaw>[] = [
  {
    name: "normal-can-return",
    sentence: "From every reachable situation, war and severance included, full normal relations can be reached.",
    basis:
      "Every war has ended and every severance could; a chart without a way back would be a trap of its own making.",
    breach: (space) => {
      const lost = withoutReturn(space);
      return lost === undefined ? undefined : `from here there is no way back: ${words(space.table, lost)}`;
    },
    breachAt: (situation, { table }) =>
      findsNormal(table, situation) ? undefined : `from here there is no way back: ${words(table, situation)}`,
  },
  {
    name: "no-act-is-dead",
    sentence: "Every act of the catalogue is valid in some reachable situation.",
    basis: "A rule that forbids an act everywhere is a mistake in the rule, or the act should not be in the catalogue.",
    breach: ({ table, places }) => {
      const dead = new Set<ActId>(actIds);
      for (const id of places) {
        if (dead.size === 0) return undefined;
        symbols.forEach(({ type }, k) => {
          if (dead.has(type) && table.verdict(id, k) !== "void") dead.delete(type);
        });
      }
      return dead.size === 0 ? undefined : `valid nowhere: ${[...dead].join(", ")}`;
    },
  },
  {
    name: "no-conflict",
    sentence: "No two enabled transitions conflict: none leaves its region, and a region takes one at a time.",
    basis:
      "Two transitions conflict when both leave a common state; the regions of this chart share none but its root.",
    breach: ({ chart }) => {
      const leaving = transitionsOf(chart.root).filter(({ source, target }) =>
        (target ?? []).some(({ path }) => path[0] !== source.path[0]),
      );
      if (leaving.length > 0) return `it leaves its region: ${leaving.map(transitionText).join("; ")}`;
      const parallel = Object.values(chart.root.states)
        .flatMap(statesOf)
        .filter(({ type }) => type === "parallel");
      return parallel.length === 0 ? undefined : `several states at once in ${parallel.map(({ id }) => id).join(", ")}`;
    },
  },
  {
    name: "neither-party-is-favoured",
    sentence: "The chart is the same seen from either party.",
    basis: "Which party a file names first must decide nothing.",
    breach: ({ table, places }) => {
      const mirror = mirrorIn(table);
      for (const id of places) {
        const found = findAsymmetry(table, mirror, id);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    breachAt: (situation, { table }) => findAsymmetry(table, mirrorIn(table), situation),
  },
];

type State = Space["chart"]["root"];

function statesOf(state: State): readonly State[] {
  return [state, ...Object.values(state.states).flatMap(statesOf)];
}

/** A situation from which normal relations can't be reached: by going backwards from these. */
function withoutReturn({ table, places }: Space): number | undefined {
  const before = new Map<number, Set<number>>(places.map((id) => [id, new Set()]));
  for (const id of places) {
    for (let k = 0; k < symbols.length; k++) {
      const next = table.next(id, k);
      // Most symbols change nothing.
      if (next !== id) before.get(next)?.add(id);
    }
  }
  const found = new Set(places.filter((id) => isNormal(table, id)));
  for (const id of found) for (const earlier of before.get(id) ?? []) found.add(earlier);
  return places.find((id) => !found.has(id));
}

/** Whether normal relations can be reached from a situation: forwards, breadth first. */
function findsNormal(table: Table, situation: number): boolean {
  const visited = new Set([situation]);
  for (const id of visited) {
    if (isNormal(table, id)) return true;
    if (visited.size > MAX_SEARCHED) return false;
    for (let k = 0; k < symbols.length; k++) visited.add(table.next(id, k));
  }
  return false;
}

function isNormal(table: Table, id: number): boolean {
  return matches(table.situationOf(id), { course: "normal.full" });
}

/** The number of the mirror image of a situation, worked out once for each. */
function mirrorIn(table: Table): (id: number) => number {
  const mirrorIds: number[] = [];
  return (id) => {
    const there = mirrorIds[id] ?? table.idOf(mirrorSituation(table.situationOf(id)));
    mirrorIds[id] = there;
    return there;
  };
}

/** What one party can do in a situation and the other can't in its mirror image. */
function findAsymmetry(table: Table, mirror: (id: number) => number, id: number): string | undefined {
  const there = mirror(id);
  const k = opposites.findIndex((other, symbol) => {
    const [mine, theirs] = [table.answer(id, symbol), table.answer(there, other)];
    return !isSameVerdict(mine, theirs) || mirror(nextIn(mine)) !== nextIn(theirs);
  });
  const symbol = symbols[k];
  return symbol === undefined
    ? undefined
    : `${whoWords(symbol, PARTIES)} ${actWords(symbol)} is not what it is for the other party in the mirror image of: ${situationWords(table.situationOf(id))}`;
}

function words(table: Table, id: number): string {
  return situationWords(table.situationOf(id));
}
