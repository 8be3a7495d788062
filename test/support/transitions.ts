/** The transitions of the chart, read from the machine itself. */
import type { chart } from "../../src/machine/index.ts";

type Node = typeof chart.root;

/** One transition as xstate holds it; the chart has each object once. */
export type Transition = Node["transitions"] extends Map<string, (infer T)[]> ? T : never;

/** Every transition of a state and of those it holds: for events, the chart's own `calm` and `always`. */
export function transitionsOf(node: Node): readonly Transition[] {
  const own = [...node.transitions.values()].flat();
  return [...own, ...(node.always ?? []), ...Object.values(node.states).flatMap(transitionsOf)];
}

/** A transition as text: `course.strike --agree--> course.reconciliation.settled`. */
export function transitionText({ source, eventType, target }: Transition): string {
  const to = (target ?? []).map(({ path }) => path.join("."));
  return `${source.path.join(".")} --${String(eventType) || "always"}--> ${to.join(" ")}`;
}
