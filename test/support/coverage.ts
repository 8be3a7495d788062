/** Which transitions of the chart are taken: asked of xstate itself, one transition object at a time. */
import { createActor } from "xstate";
import {
  type ChartEvent,
  chart,
  type Situation,
  snapshotOf,
  symbols,
  type ChartTransition as Transition,
  transitionsOf,
  transitionText,
  within,
} from "../../src/machine/index.ts";
import { reachable, situations } from "./reachable.ts";

/** A region's transitions, and those that no enumerated step takes. */
export interface Covered {
  readonly region: string;
  readonly all: number;
  readonly missed: readonly string[];
}

/** For each region how many transitions it has, and which of them are never taken. */
export function coverage(): readonly Covered[] {
  const inner = innerTransitionsTaken();
  return Object.entries(chart.states).map(([region, node]) => {
    const all = transitionsOf(node);
    const missed = all.filter((one) => !inner.has(one) && !isTaken(one)).map(transitionText);
    return { region, all: all.length, missed };
  });
}

/** Whether some step from a reachable situation takes exactly this transition. */
function isTaken(transition: Transition): boolean {
  const { source, eventType } = transition;
  const [region = "", ...path] = source.path;
  const mine = [...symbols.entries()].filter(([, { type }]) => type === eventType);
  return situations.some((situation, id) => {
    const state = Object.entries(situation).find(([name]) => name === region)?.[1] ?? "";
    if (path.length > 0 && !within(state, path.join("."))) return false;
    return mine.some(
      ([k, symbol]) =>
        reachable.table.verdict(id, k) === "applied" &&
        chart.getTransitionData(snapshotOf(situation), symbol).includes(transition),
    );
  });
}

/** The transitions that the chart takes on its own, seen in the microsteps of an actor. */
function innerTransitionsTaken(): ReadonlySet<Transition> {
  const wanted = new Set(transitionsOf(chart.root).filter(({ eventType }) => ["", "calm"].includes(eventType)));
  const taken = new Set<Transition>();
  for (const [id, before] of situations.entries()) {
    for (const [k, symbol] of symbols.entries()) {
      if (taken.size === wanted.size) return taken;
      const after = reachable.table.situationOf(reachable.table.next(id, k));
      if (after.course === before.course || !within(after.course, "normal")) continue;
      for (const one of microsteps(before, symbol)) if (wanted.has(one)) taken.add(one);
    }
  }
  return taken;
}

function microsteps(situation: Situation, event: ChartEvent): readonly Transition[] {
  const seen: Transition[] = [];
  const actor = createActor(chart, {
    snapshot: snapshotOf(situation),
    inspect: (inspected) => {
      if (inspected.type === "@xstate.microstep") seen.push(...inspected._transitions);
    },
  });
  actor.start();
  seen.length = 0;
  actor.send(event);
  actor.stop();
  return seen;
}
