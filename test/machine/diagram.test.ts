// @vitest-environment jsdom
import { Graphviz } from "@hpcc-js/wasm-graphviz";
import mermaid from "mermaid";
import { expect, test } from "vitest";
import {
  chart,
  describeChart,
  PEACE,
  regionNames,
  regions,
  type Situation,
  toDot,
  toMermaid,
  transitionsOf,
} from "../../src/machine/index.ts";

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

test("the text says where each region stands and what leads on from there", () => {
  const text = describeChart(crisis);
  expect(text).toContain("course: now reconciliation overture by b");
  expect(text).toContain("mission of A: now barred");
  expect(text).toMatch(/barred -> recalled: grant-agrement/);
  expect(text).not.toContain(" -> : ");
});

test("every transition of the chart is an arrow of each drawing, and no arrow is drawn that the chart lacks", () => {
  const name = (path: readonly string[]): string => path.join("_").replaceAll("-", "_");
  const arrows = transitionsOf(chart.root).flatMap(({ source, target }) =>
    (target ?? []).map(({ path }) => `${name(source.path)} --> ${name(path)}`),
  );
  const drawn = [...toMermaid().matchAll(/(?<!\]) *(\w+ --> \w+) : \S/g)].map(([, arrow]) => arrow);
  expect(drawn.toSorted()).toEqual([...new Set(arrows)].toSorted());
  expect(toDot().match(/ -> /g)).toHaveLength(drawn.length);
  expect(describeChart().match(/ -> /g)).toHaveLength(drawn.length);
});

test("wherever the relation stands, that state and no other is highlighted in each region", () => {
  for (const region of regionNames) {
    for (const state of regions[region]) {
      const situation = { ...PEACE, [region]: state };
      const id = `${region}_${state}`.replaceAll(/[.-]/g, "_");
      const here = [...toMermaid(situation).matchAll(/^ {2}class (\w+) here$/gm)].map(([, one]) => one);
      expect(here).toHaveLength(regionNames.length);
      expect(here).toContain(id);
      expect(toDot(situation)).toMatch(new RegExp(`^ *${id} \\[label=.*fillcolor`, "m"));
    }
  }
});
