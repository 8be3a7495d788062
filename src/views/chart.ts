/** The chart: the law as a diagram, with the present situation filled. */
import { type Region, toDot } from "../machine/index.ts";
import { type Document, type FigurePart, span, table } from "../render/index.ts";
import type { CrisisAtMoment } from "./replay-view.ts";
import { situationRows } from "./situation.ts";

/**
 * The source of the chart as it stands, in Graphviz's language.
 *
 * @param only the regions to draw; all when left out
 */
export function chartDot({ scenario, history }: CrisisAtMoment, only?: readonly Region[]): string {
  return toDot(history.situation, { dyad: scenario.dyad, close: true, ...(only === undefined ? {} : { only }) });
}

/** The chart as it stands, drawn, with every region's state in words. */
export function chartDocument(crisis: CrisisAtMoment, figures: readonly FigurePart[]): Document {
  return {
    title: `${crisis.scenario.title}: the chart`,
    parts: [
      ...figures,
      table(
        "Where every region stands",
        ["Region", "State"],
        situationRows(crisis).map(({ region, state }) => [region, span(state, "strong")]),
      ),
    ],
  };
}
