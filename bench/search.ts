/** Search: everything reachable beside xstate's own graph utilities, random histories, and what an early exit spares. */
import { getAdjacencyMap, getShortestPaths } from "xstate/graph";
import { type DiplomaticEvent, formatWhen, MINUTES_PER_DAY } from "../src/events/index.ts";
import { begin, extend } from "../src/history/index.ts";
import {
  chart,
  createTable,
  enumerate,
  isEntitled,
  keyOf,
  PEACE,
  sharedTable,
  situationOf,
  symbolIndex,
  symbols,
} from "../src/machine/index.ts";
import { searchWays } from "../src/search/index.ts";
import { apart } from "./apart.ts";
import { type Contender, median, race, ratio } from "./measure.ts";

/** So many situations are expanded where xstate takes part: all of them would take it many minutes. */
const PART = 24;
/** Seconds that xstate is given to expand as many as it can. */
const LIMIT = 30;
const DYAD = { a: "AAA", b: "BBB" };

const traversal = () => {
  let expanded = 0;
  return {
    events: symbols,
    serializeState: (snapshot: Parameters<typeof situationOf>[0]) => keyOf(situationOf(snapshot)),
    stopWhen: () => ++expanded > PART,
    limit: Number.POSITIVE_INFINITY,
  };
};

/** A rate is (situation, event) pairs a second. */
function enumerating(): readonly Contender[] {
  return [
    {
      name: "getAdjacencyMap",
      run: () => {
        getAdjacencyMap(chart, traversal());
        return PART * symbols.length;
      },
    },
    {
      name: "getShortestPaths",
      run: () => {
        getShortestPaths(chart, traversal());
        return PART * symbols.length;
      },
    },
    {
      name: "the same part",
      run: () => {
        const table = createTable();
        table.idOf(PEACE);
        for (let id = 0; id < PART; id++)
          for (let symbol = 0; symbol < symbols.length; symbol++) table.next(id, symbol);
        return PART * symbols.length;
      },
    },
    {
      name: "everything",
      run: () => {
        const { situations } = enumerate();
        return situations * symbols.length;
      },
    },
  ];
}

const LENGTH = 20;

/** Events of the parties, a template for each act that the chart can tell apart. */
const templates = symbols.flatMap((seen) => {
  if (seen.by === "other" || seen.detail !== undefined || seen.type === "agree" || !isEntitled(seen)) return [];
  const from = seen.by === "both" ? [DYAD.a, DYAD.b] : [seen.by === "a" ? DYAD.a : DYAD.b];
  const event = { act: seen.type, version: 1, from, to: [], because: [], cite: [], claims: [] };
  return [{ symbol: symbolIndex(seen), event }];
});

/** A history of valid acts by a small fixed generator, folded with its dossier and its clock; none may be void. */
function histories(): Contender {
  let state = 20240116;
  const drawn = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const start = begin({ dyad: DYAD, from: 0 });
  return {
    name: "histories",
    run: () => {
      for (let run = 0; run < 300; run++) {
        let id = sharedTable.idOf(PEACE);
        const events: DiplomaticEvent[] = [];
        while (events.length < LENGTH) {
          const { symbol, event } = templates[drawn(templates.length)] ?? {};
          if (symbol === undefined || sharedTable.verdict(id, symbol) === "void") continue;
          id = sharedTable.next(id, symbol);
          const k = events.length;
          events.push({ ...event, id: `e${k}`, at: formatWhen(k * MINUTES_PER_DAY) } as DiplomaticEvent);
        }
        const { steps, situation } = extend(start, events);
        if (steps.some(({ verdict }) => verdict === "void") || keyOf(situation) !== keyOf(sharedTable.situationOf(id)))
          throw new Error("A valid history was found void.");
      }
      return 300;
    },
  };
}

const whole = (value: number): string => Math.round(value).toLocaleString("en");
const span = ([middle, low, high]: readonly [number, number, number]): string =>
  `${whole(middle)} (${whole(low)} to ${whole(high)})`;

/** The section of docs/explanation/performance.md. */
export function searchSection(): string {
  const rates = race([...enumerating(), histories()], 7);
  const rate = (name: string): number => median(rates.get(name) ?? []);
  const { situations } = enumerate();
  const pairs = situations * symbols.length;
  const expanded = apart(import.meta.filename, "limit");
  const goal = { course: "reconciliation.settled", missionA: "expelled", ledger: "both" } as const;
  const near = searchWays({ from: PEACE, goal, table: createTable() });
  const far = searchWays({ from: PEACE, goal: { relations: "severed", missionB: "ambassador" }, table: createTable() });
  const row = (label: string, name: string): string =>
    `| ${label} | ${whole(rate(name))} | ${span(ratio(rates, name, "getAdjacencyMap"))} |`;
  return `## Search

Every situation that can be reached by every event that the chart can see: ${whole(situations)} by ${symbols.length}. xstate's graph utilities are given
the same chart and the same events, and stopped after ${PART} situations.

| | pairs a second | times \`getAdjacencyMap\` |
|---|---|---|
${row("xstate `getAdjacencyMap`", "getAdjacencyMap")}
${row("xstate `getShortestPaths`", "getShortestPaths")}
${row("an empty table, the same situations", "the same part")}
${row("`enumerate`, everything, from an empty table (aim: at least 20)", "everything")}

xstate's map gets slower as it grows: in ${LIMIT} seconds it had expanded ${whole(expanded)} of the ${whole(situations)} situations; all of them take
\`enumerate\` ${(pairs / rate("everything")).toFixed(1)} s. The chart's answer for one situation holds for all that agree in the regions which decide about
an act, so it is asked once for these.

Random histories of ${LENGTH} valid acts, generated and checked by folding them with dossier and clock: ${whole(rate("histories"))} a second.

A goal three steps away, both having used force and settled with one ambassador expelled, is found after visiting ${whole(near.visited)} of ${whole(situations)}
situations and expanding ${whole(near.expanded)}; the proof that a goal can't be reached visits all ${whole(far.visited)}.
`;
}

/** How many situations xstate's map has expanded when the time is up. */
function expandedIn(seconds: number): number {
  const end = performance.now() + seconds * 1000;
  let expanded = 0;
  const isOver = (): boolean => {
    expanded += 1;
    return performance.now() > end;
  };
  const map = getAdjacencyMap(chart, { ...traversal(), stopWhen: isOver });
  return Math.min(expanded, Object.keys(map).length);
}

if (import.meta.main) console.log(process.argv[2] === "limit" ? expandedIn(LIMIT) : searchSection());
