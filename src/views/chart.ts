/** The chart: the law as a diagram, with the present situation filled. */
import { type Region, toDot } from "../machine/index.ts";
import { type Document, diagramOf, prose, span, table } from "../render/index.ts";
import { situationRows } from "./situation.ts";
import type { SeenCrisis } from "./telling.ts";

/**
 * The source of the chart as it stands, in Graphviz's language.
 *
 * @param only the regions to draw; all when left out
 */
export function chartDot({ scenario, history }: SeenCrisis, only?: readonly Region[]): string {
  return toDot(history.situation, { dyad: scenario.dyad, close: true, ...(only === undefined ? {} : { only }) });
}

/** The chart as it stands, drawn, with every region's state in words. */
export function chartDocument(seen: SeenCrisis, dot: string): Document {
  const { scenario, moment } = seen;
  const rows = situationRows(seen);
  const stands = rows.map(({ region, state }) => `${region} ${state}`).join(", ");
  const alternative = `States as boxes, acts as arrows between them. Filled is where it stands: ${stands}.`;
  const caption = `The chart at ${moment}, the situation filled`;
  return {
    title: `${scenario.title}: the chart`,
    parts: [
      { kind: "figure", caption, alternative, svg: () => diagramOf(dot, caption, alternative) },
      table(
        "Where every region stands",
        ["Region", "State"],
        rows.map(({ region, state }) => [region, span(state, "strong")]),
      ),
      prose(
        `A is ${scenario.dyad.a}, B is ${scenario.dyad.b}. One region alone is easier to read: .chart({ only: "course" }).`,
        "faint",
      ),
    ],
  };
}
