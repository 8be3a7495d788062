/** The transitions of the chart, read from the machine itself. */
import type { Chart } from "./chart.ts";

/** A state of the chart, with those it holds. */
type Node = Chart["root"];

/** One transition as xstate holds it; the chart has each object once. */
export type ChartTransition = Node["transitions"] extends Map<string, (infer T)[]> ? T : never;

/** Every transition of a state and of those it holds: for events, the chart's own `calm` and `always`. */
export function transitionsOf(node: Node): readonly ChartTransition[] {
  const own = [...node.transitions.values()].flat();
  return [...own, ...(node.always ?? []), ...Object.values(node.states).flatMap(transitionsOf)];
}

/** A transition as text: `course.strike --agree--> course.reconciliation.settled`. */
export function transitionText({ source, eventType, target }: ChartTransition): string {
  const to = (target ?? []).map(({ path }) => path.join("."));
  return `${source.path.join(".")} --${String(eventType) || "always"}--> ${to.join(" ")}`;
}
