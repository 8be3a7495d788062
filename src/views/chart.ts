/** The chart: the law as a diagram, with the present situation filled. */
import { type Region, toDot } from "../machine/index.ts";
import { type Document, type FigurePart, span, table } from "../render/index.ts";
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
export function chartDocument(seen: SeenCrisis, figures: readonly FigurePart[]): Document {
  return {
    title: `${seen.scenario.title}: the chart`,
    parts: [
      ...figures,
      table(
        "Where every region stands",
        ["Region", "State"],
        situationRows(seen).map(({ region, state }) => [region, span(state, "strong")]),
      ),
    ],
  };
}
