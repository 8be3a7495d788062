/** What the law makes of each confrontation: how often it ends one in its middle, and what it finds void. */
import { type ActId, MINUTES_PER_DAY, when } from "../../src/events/index.ts";
import { fold, type Step } from "../../src/history/index.ts";
import { dyadOf, recordOf } from "./record.ts";
import type { Pair } from "./rows.ts";

/** What came of folding every pair with one quiet period. */
export interface Folded {
  readonly days: number;
  readonly pairs: number;
  readonly events: number;
  /** Fades before the last event began. */
  readonly inside: number;
  /** The pairs that have one. */
  readonly split: number;
  /** Fades on a day on which an event lasts. */
  readonly during: number;
  /** Pairs with a display, force or war. */
  readonly serious: number;
  /** Those of them that are normal after every event. */
  readonly unmoved: number;
  /** Void events by act. */
  readonly void: ReadonlyMap<ActId, number>;
}

/** Folds every pair. */
export function folded(pairs: readonly Pair[], days: number): Folded {
  const found = { inside: 0, split: 0, during: 0, serious: 0, unmoved: 0 };
  const refused = new Map<ActId, number>();
  for (const pair of pairs) {
    const events = recordOf(pair);
    const spans = events.map(({ at }) => when(at));
    const { steps } = fold(events, { dyad: dyadOf(pair), quiet: days * MINUTES_PER_DAY });
    const last = steps.findLastIndex(({ event }) => event.source !== "clock");
    const inside = steps.slice(0, last).filter(isFade).length;
    const during = steps
      .filter(isFade)
      .filter(({ minute }) =>
        spans.some(({ start, end, lasts }) => lasts === true && start < minute && minute <= end),
      ).length;
    const serious = pair.rows.some(({ level }) => level >= 3);
    const unmoved = serious && steps.every(isNormal);
    found.inside += inside;
    found.split += inside > 0 ? 1 : 0;
    found.during += during;
    found.serious += serious ? 1 : 0;
    found.unmoved += unmoved ? 1 : 0;
    for (const { event, verdict } of steps) {
      if (verdict === "void" && event.source !== "clock") refused.set(event.act, (refused.get(event.act) ?? 0) + 1);
    }
  }
  const events = pairs.reduce((sum, { rows }) => sum + rows.length, 0);
  return { days, pairs: pairs.length, events, ...found, void: refused };
}

function isFade({ event }: Step): boolean {
  return event.act === "crisis-faded";
}

function isNormal({ after }: Step): boolean {
  return after.course.startsWith("normal");
}
