/** The programs that draw the chart take what they are given: Mermaid and Graphviz. */
import { Graphviz } from "@hpcc-js/wasm-graphviz";
import { expect, test } from "vitest";
import { PEACE, regionNames, type Situation, toDot, toMermaid } from "../../src/machine/index.ts";
import { mermaid } from "../support/mermaid.ts";

const crisis: Situation = {
  ...PEACE,
  course: "reconciliation.overture.by-b",
  ledger: "both",
  missionA: "barred",
  missionB: "recalled",
  posture: "force",
};

test("mermaid itself parses the chart, with and without a situation", async () => {
  for (const source of [toMermaid(), toMermaid(PEACE), toMermaid(crisis)]) {
    expect(await mermaid.parse(source)).toMatchObject({ diagramType: "stateDiagram" });
  }
  await expect(mermaid.parse(`${toMermaid()}\n  state {{`)).rejects.toThrow();
});

test("Graphviz draws the chart with every region, and fills where the relation stands", async () => {
  const graphviz = await Graphviz.load();
  const svg = graphviz.dot(toDot(crisis));
  for (const region of regionNames) expect(svg).toContain(`cluster_${region}`);
  expect(svg.match(/fill="#ffd54f"/g)).toHaveLength(regionNames.length);
  expect(graphviz.dot(toDot())).not.toContain("#ffd54f");
  expect(() => graphviz.dot(toDot().replace("digraph", "digraph {"))).toThrow();
});
