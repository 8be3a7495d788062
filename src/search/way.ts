/** Ways: what leads from one situation to another, step by step. */
import { changes, type RegionChange } from "../history/index.ts";
import { type ChartEvent, matches, type Pattern, type Situation, symbolIndex, type Table } from "../machine/index.ts";

/** One step of a way. Its verdict is always applied: what changes nothing is no step. */
export interface WayStep {
  readonly event: ChartEvent;
  readonly before: Situation;
  readonly after: Situation;
  readonly changes: readonly RegionChange[];
  /** What else, of all that is allowed, would have led from the same situation to the same. */
  readonly instead: readonly ChartEvent[];
}

/** A way from one situation to another: valid acts, one after another. It has no dates. */
export interface Way {
  readonly from: Situation;
  readonly to: Situation;
  readonly steps: readonly WayStep[];
}

/**
 * The way that a list of symbols makes of a situation.
 *
 * @param allowed what else might have been done, for `instead`
 */
export function wayOf(
  from: Situation,
  events: readonly ChartEvent[],
  allowed: readonly ChartEvent[],
  table: Table,
): Way {
  const steps: WayStep[] = [];
  let id = table.idOf(from);
  for (const event of events) {
    const next = table.next(id, symbolIndex(event));
    const instead = allowed.filter((other) => {
      const symbol = symbolIndex(other);
      return other !== event && table.verdict(id, symbol) === "applied" && table.next(id, symbol) === next;
    });
    const [before, after] = [table.situationOf(id), table.situationOf(next)];
    steps.push({ event, before, after, changes: changes(before, after), instead });
    id = next;
  }
  return { from, to: table.situationOf(id), steps };
}

/**
 * Whether a way is longer than necessary: without one of its events it still comes to the goal, if need be with a joint
 * act done by one party.
 */
export function isDetour(from: Situation, events: readonly ChartEvent[], goal: Pattern, table: Table): boolean {
  return events.some((_, k) => reaches(table.idOf(from), events.toSpliced(k, 1), goal, table));
}

/** Whether events, each valid, come to a situation that matches; joint acts may be done by one party. */
function reaches(id: number, events: readonly ChartEvent[], goal: Pattern, table: Table): boolean {
  if (matches(table.situationOf(id), goal)) return true;
  const [event, ...rest] = events;
  if (event === undefined) return false;
  return partsOf(event).some((part) => {
    const symbol = symbolIndex(part);
    return table.verdict(id, symbol) !== "void" && reaches(table.next(id, symbol), rest, goal, table);
  });
}

function partsOf(event: ChartEvent): readonly ChartEvent[] {
  const { type, by } = event;
  return by === "both" ? [event, { type, by: "a" }, { type, by: "b" }] : [event];
}
