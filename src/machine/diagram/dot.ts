/** The chart in Graphviz's DOT, a cluster for each region, the present situation filled. */
import type { Dyad } from "../alphabet.ts";
import type { Region, Situation } from "../situation.ts";
import { type DrawnRegion, type DrawnState, drawnRegions } from "./arrows.ts";
import { currentStates } from "./mermaid.ts";

const HERE = 'style="filled,rounded", fillcolor="#ffd54f", penwidth=2';

/** What is drawn of the chart, and how. */
export interface Drawing {
  /** The regions to draw; all when left out. */
  readonly only?: readonly Region[];
  /** Whose chart it is: the missions then bear the parties' codes instead of A and B. */
  readonly dyad?: Dyad;
  /** For a page rather than a poster. */
  readonly close?: boolean;
}

/**
 * DOT source of the whole chart.
 *
 * @param situation the states to fill; none when left out
 * @param drawing which regions, for whom, and how close
 * @example
 * ```ts
 * import { PEACE, toDot } from "demarche/machine";
 * toDot(PEACE).includes("cluster_course"); // => true
 * ```
 */
export function toDot(situation?: Situation, { only, dyad, close = false }: Drawing = {}): string {
  const regions = drawnRegions().filter(({ name }) => only === undefined || only.some((region) => region === name));
  const gaps = close ? "nodesep=0.2; ranksep=0.4; pad=0.3;" : "nodesep=0.35; ranksep=1.2;";
  return [
    "digraph relation {",
    `  label="The chart of a relation between two states"; labelloc=t; fontname="Helvetica"; compound=true; rankdir=LR; newrank=true; ${gaps}`,
    '  node [shape=box, style=rounded, fontname="Helvetica", fontsize=11];',
    '  edge [fontname="Helvetica", fontsize=8, color="#607d8b", fontcolor="#37474f"];',
    ...regions.flatMap((region) =>
      regionLines(withParty(region, dyad), situation === undefined ? [] : currentStates(region, situation)),
    ),
    "}",
    "",
  ].join("\n");
}

function withParty(region: DrawnRegion, dyad: Dyad | undefined): DrawnRegion {
  const party = region.name === "missionA" ? dyad?.a : region.name === "missionB" ? dyad?.b : undefined;
  return party === undefined ? region : { ...region, label: `mission of ${party}` };
}

function regionLines(region: DrawnRegion, here: readonly string[]): readonly string[] {
  const { name, label, states, arrows } = region;
  const leaves = new Map(states.flatMap(entries));
  return [
    `  subgraph cluster_${name} {`,
    `    label="${label}"; color="#90a4ae"; style=rounded;`,
    ...states.flatMap((state) => stateLines(state, here, "    ")),
    ...arrows.map(
      ({ from, to, label: acts }) =>
        `    ${arrow(leaves, from, to)} [label="${wrap(acts)}", tooltip="${acts}"${clipped(leaves, from, to)}];`,
    ),
    "  }",
  ];
}

function stateLines({ id, label, states }: DrawnState, here: readonly string[], indent: string): readonly string[] {
  if (states.length === 0) return [`${indent}${id} [label="${label}"${here.includes(id) ? `, ${HERE}` : ""}];`];
  return [
    `${indent}subgraph cluster_${id} {`,
    `${indent}  label="${label}"; color="#b0bec5"; style=rounded;`,
    ...states.flatMap((state) => stateLines(state, here, `${indent}  `)),
    `${indent}}`,
  ];
}

/** Every state with the leaf at which an arrow to or from it is tied. */
function entries(state: DrawnState): readonly (readonly [string, string])[] {
  const [first] = state.states;
  const inner = state.states.flatMap(entries);
  const leaf = first === undefined ? state.id : (new Map(inner).get(first.id) ?? first.id);
  return [[state.id, leaf], ...inner];
}

function arrow(leaves: ReadonlyMap<string, string>, from: string, to: string): string {
  return `${leaves.get(from) ?? from} -> ${leaves.get(to) ?? to}`;
}

/** An arrow tied to a leaf for a whole composite state ends at the composite's border. */
function clipped(leaves: ReadonlyMap<string, string>, from: string, to: string): string {
  const tail = leaves.get(from) === from ? "" : `, ltail=cluster_${from}`;
  return leaves.get(to) === to ? tail : `${tail}, lhead=cluster_${to}`;
}

function wrap(acts: string): string {
  return acts.replaceAll(", ", "\\n");
}
