/** The chart: the law as a diagram, with the present situation filled. */

import { regionNamed } from "../../crisis/index.ts";
import { type Situation, toDot } from "../../machine/index.ts";
import { diagramOf, prose, table } from "../../render/index.ts";
import { type Shown, shown } from "../show/index.ts";
import type { CrisisView } from "../view.ts";
import { situationRows } from "./situation.ts";

/** A chart that shows itself. */
export interface ChartPicture extends Shown {
  readonly situation: Situation;
  /** Its source in Graphviz's language. */
  readonly dot: string;
}

/**
 * The chart as it stands.
 *
 * @param only keys of the regions to draw: `course`, `missions.PAK`, …; all when left out
 * @throws Problem when there is no such region
 */
export function chartOf(told: CrisisView, only?: string | readonly string[]): ChartPicture {
  const { scenario, history, moment } = told;
  const drawn = only === undefined ? {} : { only: [only].flat().map((key) => regionNamed(key, told.scenario)) };
  const dot = toDot(history.situation, { dyad: scenario.dyad, close: true, ...drawn });
  const rows = situationRows(told);
  const stands = rows.map(({ region, state }) => `${region} ${state}`).join(", ");
  const alternative = `States as boxes, acts as arrows between them. Filled is where it stands: ${stands}.`;
  const caption = `The chart at ${moment}, the situation filled`;
  return shown({ situation: history.situation, dot }, () => ({
    title: `${scenario.title}: the chart`,
    parts: [
      { kind: "figure", caption, alternative, svg: () => diagramOf(dot, caption, alternative) },
      table(
        "Where every region stands",
        ["Region", "State"],
        rows.map(({ region, state }) => [region, { text: state, tone: "strong" }]),
      ),
      prose(
        `A is ${scenario.dyad.a}, B is ${scenario.dyad.b}. One region alone is easier to read: .chart({ only: "course" }).`,
        "faint",
      ),
    ],
  }));
}
