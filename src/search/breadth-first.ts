/** Breadth first: situations in the order of their distance, each with the step that first reached it. */
import { type ChartEvent, distinctSymbols, symbolIndex, type Table } from "../machine/index.ts";
import { present } from "../problem/index.ts";

/** What a search through the table needs. Situations are numbers of the table. */
export interface Breadth {
  readonly table: Table;
  readonly from: number;
  readonly allowed: readonly ChartEvent[];
  /** Whether a situation, the beginning apart, is looked for. The first that is ends the search. */
  readonly isGoal: (id: number) => boolean;
  /** Situations that are not entered, as if no step led to them. */
  readonly avoid: ReadonlySet<number>;
  /** Situations that are not entered by the first step. */
  readonly notAtOnce: ReadonlySet<number>;
  /** How many situations may be expanded: asked what everything allowed makes of them. */
  readonly budget: number;
}

export interface Spread {
  readonly goal?: number;
  /** Every situation that was reached, in the order of its distance, the beginning first. */
  readonly reached: readonly number[];
  readonly expanded: number;
  /** Whether every situation reached was expanded: nothing else can be reached. */
  readonly whole: boolean;
  /** Every way of at most this many steps has been tried. */
  readonly depth: number;
  /** The events that lead to a situation that was reached. */
  readonly eventsTo: (id: number) => readonly ChartEvent[];
}

interface Link {
  readonly before: number;
  readonly event: ChartEvent | undefined;
  readonly distance: number;
}

/** Spreads out from a situation until a goal is met, nothing is left, or the budget is used up. */
export function spread({ table, from, allowed, isGoal, avoid, notAtOnce, budget }: Breadth): Spread {
  const links = new Map<number, Link>([[from, { before: from, event: undefined, distance: 0 }]]);
  const reached: number[] = [from];
  const bySymbol = new Map(allowed.map((event) => [symbolIndex(event), event]));
  const symbolsTried = table.judging === "chart" ? distinctSymbols([...bySymbol.keys()]) : [...bySymbol.keys()];
  const moves = symbolsTried.map((symbol) => ({ event: present(bySymbol.get(symbol), "allowed event"), symbol }));
  const eventsTo = (id: number): readonly ChartEvent[] => eventsBack(links, id);
  let expanded = 0;
  for (let id = reached[0]; id !== undefined; id = reached[expanded]) {
    const distance = present(links.get(id), "way to a situation").distance;
    if (expanded >= budget) return { reached, expanded, whole: false, depth: distance, eventsTo };
    expanded += 1;
    for (const { event, symbol } of moves) {
      const next = table.next(id, symbol);
      if (next === id || links.has(next) || avoid.has(next)) continue;
      if (distance === 0 && notAtOnce.has(next)) continue;
      links.set(next, { before: id, event, distance: distance + 1 });
      reached.push(next);
      if (isGoal(next)) return { goal: next, reached, expanded, whole: false, depth: distance, eventsTo };
    }
  }
  return { reached, expanded, whole: true, depth: Number.POSITIVE_INFINITY, eventsTo };
}

function eventsBack(links: ReadonlyMap<number, Link>, id: number): readonly ChartEvent[] {
  const events: ChartEvent[] = [];
  for (let link = links.get(id); link?.event !== undefined; link = links.get(link.before)) events.push(link.event);
  return events.reverse();
}
