/** Coverage: what of the catalogue, the chart and the file was reached in the histories that were tried, and how often. */
import type { ActId } from "../../events/index.ts";
import { changes, type History, situationAfter } from "../../history/index.ts";
import { keyOf, type Region, type Verdict } from "../../machine/index.ts";
import { countAt } from "../../problem/index.ts";

/** How often an act came, by verdict. */
export type ActHits = Readonly<Record<Verdict, number>>;

/** What was reached. */
export interface Coverage {
  readonly histories: number;
  readonly acts: ReadonlyMap<ActId, ActHits>;
  /** By region: how often it went from one state to another, as `normal.full → strike`. */
  readonly moves: ReadonlyMap<Region, ReadonlyMap<string, number>>;
  readonly situations: number;
  /** In how many histories each event of the record happened, and in how many of these it was void. */
  readonly events: ReadonlyMap<string, { readonly happened: number; readonly void: number }>;
  /** By actor: how often each rule of its doctrine, or its strategy, led to an act. */
  readonly rules: ReadonlyMap<string, readonly number[]>;
}

export interface CoverageCounter {
  readonly count: (history: History) => void;
  readonly fired: (actor: string, rule: number) => void;
  readonly coverage: () => Coverage;
}

/**
 * A counter.
 *
 * @param ids the events of the record
 * @param rules how many rules each actor has
 */
export function createCoverage(ids: readonly string[], rules: Readonly<Record<string, number>>): CoverageCounter {
  const acts = new Map<ActId, Record<Verdict, number>>();
  const moves = new Map<Region, Map<string, number>>();
  const situations = new Set<string>();
  const events = new Map(ids.map((id) => [id, { happened: 0, void: 0 }]));
  const fired = new Map(Object.entries(rules).map(([code, count]) => [code, Array.from({ length: count }, () => 0)]));
  let histories = 0;
  return {
    count: (history) => {
      histories += 1;
      situations.add(keyOf(situationAfter(history, 0)));
      for (const { event, verdict, before, after } of history.steps) {
        const hits = acts.get(event.act) ?? { applied: 0, noted: 0, void: 0 };
        hits[verdict] += 1;
        acts.set(event.act, hits);
        const own = events.get(event.id);
        if (own !== undefined) {
          own.happened += 1;
          if (verdict === "void") own.void += 1;
        }
        if (verdict !== "applied") continue;
        situations.add(keyOf(after));
        for (const { region, from, to } of changes(before, after)) {
          const moveCounts = moves.get(region) ?? new Map<string, number>();
          countAt(moveCounts, `${from} → ${to}`);
          moves.set(region, moveCounts);
        }
      }
    },
    fired: (actor, rule) => {
      const counts = fired.get(actor);
      if (counts?.[rule] !== undefined) counts[rule] += 1;
    },
    coverage: () => ({ histories, acts, moves, situations: situations.size, events, rules: fired }),
  };
}
