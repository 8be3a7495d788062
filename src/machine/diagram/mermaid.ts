/** The chart as a Mermaid state diagram, the present situation highlighted. */
import { within } from "../pattern.ts";
import type { Situation } from "../situation.ts";
import { type DrawnRegion, type DrawnState, drawnRegions } from "./arrows.ts";

/**
 * Mermaid source (`stateDiagram-v2`) of the whole chart, a composite state for each region.
 *
 * @param situation the states to highlight; none when left out
 * @example
 * ```ts
 * import { PEACE, toMermaid } from "demarche/machine";
 * toMermaid(PEACE).startsWith("stateDiagram-v2"); // => true
 * ```
 */
export function toMermaid(situation?: Situation): string {
  const regions = drawnRegions();
  const here = situation === undefined ? [] : regions.flatMap((region) => currentStates(region, situation));
  return [
    "stateDiagram-v2",
    "  accTitle: The chart of a relation between two states",
    `  accDescr: ${situation === undefined ? "All regions and transitions" : "All regions and transitions, with the present situation highlighted"}`,
    "  classDef here fill:#ffd54f,stroke:#5d4037,stroke-width:3px,color:#000",
    ...regions.flatMap(ofRegion),
    ...here.map((id) => `  class ${id} here`),
    "",
  ].join("\n");
}

/** The ids of the drawn states in which a region stands, from the outermost in. */
export function currentStates({ name, states }: DrawnRegion, situation: Situation): readonly string[] {
  const state = Object.entries(situation).find(([region]) => region === name)?.[1] ?? "";
  const walk = (drawn: readonly DrawnState[]): readonly string[] =>
    drawn
      .filter(({ path }) => within(state, path))
      .flatMap((one) => (one.states.length === 0 ? [one.id] : walk(one.states)));
  return walk(states);
}

function ofRegion({ name, label, states, arrows }: DrawnRegion): readonly string[] {
  return [
    `  state "${label}" as ${name} {`,
    ...states.flatMap((state) => stateLines(state, "    ")),
    ...arrows.map(({ from, to, label: acts }) => `    ${from} --> ${to} : ${acts}`),
    "  }",
  ];
}

function stateLines({ id, label, initial, states }: DrawnState, indent: string): readonly string[] {
  const start = initial ? [`${indent}[*] --> ${id}`] : [];
  if (states.length === 0) return [...start, `${indent}state "${label}" as ${id}`];
  return [
    ...start,
    `${indent}state "${label}" as ${id} {`,
    ...states.flatMap((one) => stateLines(one, `${indent}  `)),
    `${indent}}`,
  ];
}
