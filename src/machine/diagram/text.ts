/** The plain-text twin of the chart's diagrams. */
import type { Situation } from "../situation.ts";
import { drawnRegions } from "./arrows.ts";
import { currentStates } from "./mermaid.ts";

/** The chart as text: each region, where it stands, and what leads from where to where. */
export function describeChart(situation?: Situation): string {
  return drawnRegions()
    .flatMap((region) => {
      const here =
        situation === undefined ? [] : currentStates(region, situation).map((id) => stateName(region.name, id));
      const title = here.length === 0 ? region.label : `${region.label}: now ${here.join(", ")}`;
      return [
        title,
        ...region.arrows.map(
          ({ from, to, label }) => `  ${stateName(region.name, from)} -> ${stateName(region.name, to)}: ${label}`,
        ),
      ];
    })
    .join("\n");
}

function stateName(region: string, id: string): string {
  return id === region ? "anywhere" : id.slice(region.length + 1).replaceAll("_", " ");
}
