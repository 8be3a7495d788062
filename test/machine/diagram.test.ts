/** The drawings of the chart and their twin in text: that the programs for them draw them is in drawings.test.ts. */
import { describe, expect, test } from "vitest";
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

describe("what is on an arrow", () => {
  const arrow = (region: string, ends: string): string | undefined => {
    const lines = describeChart().split("\n");
    const some = lines.slice(lines.indexOf(region));
    return some.find((line) => line.startsWith(`  ${ends}: `))?.slice(`  ${ends}: `.length);
  };

  test.each([
    ["course", "strike -> retaliation war", "any force"],
    ["course", "strike -> retaliation answered", "force short of war"],
    ["course", "normal -> strike", "force by one party"],
    ["course", "normal -> retaliation war", "declare-war, war-battle"],
    ["course", "normal -> ambassadors recalled severed", "break-relations"],
    ["course", "normal full -> normal reduced", "by the missions"],
    [
      "course",
      "strike -> reconciliation talks",
      "conciliation, any act that ends a measure, grant-agrement, return-ambassador",
    ],
    [
      "course",
      "strike -> reconciliation overture by a",
      "conciliation by one party, any act that ends a measure, grant-agrement, declare-ceasefire, return-ambassador",
    ],
    ["course", "strike -> normal", "return-ambassador, sign-agreement, restore-relations, crisis-faded"],
    [
      "course",
      "reconciliation overture by a -> reconciliation talks",
      "conciliation, any contact, any act that ends a measure, grant-agrement, declare-ceasefire, return-ambassador",
    ],
    ["course", "reconciliation talks -> reconciliation overture by b", "suspend-talks"],
    ["ledger", "by a -> clear", "the crisis is over"],
    ["mission of A", "ambassador -> closed", "close-mission, order-mission-closed, break-relations"],
    ["mission of B", "closed -> charge", "reopen-mission"],
    ["channels", "suspended -> open", "any contact, any agreement, negotiate"],
    ["posture", "none -> display", "any display"],
    ["posture", "threat -> none", "the crisis is over"],
    ["terms", "pending -> none", "commitment-kept, commitment-lapsed, terms-suspended"],
  ])("of %s, %s: the acts, by groups where a whole group takes it", (region, ends, acts) => {
    expect(arrow(region, ends)).toBe(acts);
  });
});

test("without a situation the text is the regions' names and arrows, and says of none where it stands", () => {
  const titles = describeChart()
    .split("\n")
    .filter((line) => !line.startsWith("  "));
  expect(titles).toEqual([
    "course",
    "measures",
    "ledger",
    "mission of A",
    "mission of B",
    "relations",
    "channels",
    "posture",
    "terms",
  ]);
});

test("mermaid's source of a region has its states, where it begins, and its arrows", () => {
  const source = toMermaid();
  const region = (name: string): string => {
    const start = source.indexOf(`  state "${name}" as`);
    return source.slice(start, source.indexOf("\n  }\n", start) + 4);
  };
  expect(region("channels")).toBe(`  state "channels" as channels {
    [*] --> channels_open
    state "open" as channels_open
    state "suspended" as channels_suspended
    channels_open --> channels_suspended : suspend-talks, break-relations
    channels_suspended --> channels_open : any contact, any agreement, negotiate
  }`);
  expect(region("course").split("\n").slice(0, 8).join("\n")).toBe(`  state "course" as course {
    [*] --> course_normal
    state "normal" as course_normal {
      [*] --> course_normal_full
      state "full" as course_normal_full
      state "reduced" as course_normal_reduced
    }
    state "strained" as course_strained`);
  expect(source.split("\n").slice(0, 4)).toEqual([
    "stateDiagram-v2",
    "  accTitle: The chart of a relation between two states",
    "  accDescr: All regions and transitions",
    "  classDef here fill:#ffd54f,stroke:#5d4037,stroke-width:3px,color:#000",
  ]);
  expect(source).toMatch(/ {2}\}\n$/);
  expect(toMermaid(PEACE)).toContain("accDescr: All regions and transitions, with the present situation highlighted\n");
});

describe("Graphviz's source", () => {
  test("of some regions has these alone, with the present state filled and the acts of each arrow below each other", () => {
    const source = toDot({ ...PEACE, channels: "suspended" }, { only: ["relations", "channels"] });
    expect(source).toBe(`digraph relation {
  label="The chart of a relation between two states"; labelloc=t; fontname="Helvetica"; compound=true; rankdir=LR; newrank=true; nodesep=0.35; ranksep=1.2;
  node [shape=box, style=rounded, fontname="Helvetica", fontsize=11];
  edge [fontname="Helvetica", fontsize=8, color="#607d8b", fontcolor="#37474f"];
  subgraph cluster_relations {
    label="relations"; color="#90a4ae"; style=rounded;
    relations_established [label="established", style="filled,rounded", fillcolor="#ffd54f", penwidth=2];
    relations_severed [label="severed"];
    relations_established -> relations_severed [label="break-relations", tooltip="break-relations"];
    relations_severed -> relations_established [label="restore-relations", tooltip="restore-relations"];
  }
  subgraph cluster_channels {
    label="channels"; color="#90a4ae"; style=rounded;
    channels_open [label="open"];
    channels_suspended [label="suspended", style="filled,rounded", fillcolor="#ffd54f", penwidth=2];
    channels_open -> channels_suspended [label="suspend-talks\\nbreak-relations", tooltip="suspend-talks, break-relations"];
    channels_suspended -> channels_open [label="any contact\\nany agreement\\nnegotiate", tooltip="any contact, any agreement, negotiate"];
  }
}
`);
  });

  test("gives the missions the parties' codes where these are known, and stands closer on a page", () => {
    const source = toDot(undefined, { dyad: { a: "IRN", b: "PAK" }, close: true });
    const titles = [...source.matchAll(/subgraph cluster_(\w+) \{\n {4}label="([^"]*)"/g)].map(([, name, label]) => [
      name,
      label,
    ]);
    expect(Object.fromEntries(titles)).toMatchObject({
      missionA: "mission of IRN",
      missionB: "mission of PAK",
      ledger: "ledger",
    });
    expect(source).toContain("newrank=true; nodesep=0.2; ranksep=0.4; pad=0.3;\n");
    expect(toDot()).toContain('label="mission of A"');
  });

  test("ties an arrow of a state that holds others to the first of these, and clips it at the border", () => {
    const source = toDot();
    expect(source).toContain(`    subgraph cluster_course_normal {
      label="normal"; color="#b0bec5"; style=rounded;
      course_normal_full [label="full"];
      course_normal_reduced [label="reduced"];
    }
`);
    const tied = (ends: string): string | undefined =>
      source.match(new RegExp(`${ends} \\[.*tooltip="[^"]*"(.*)\\];`))?.[1];
    expect(tied("course_normal_full -> course_strike")).toBe(", ltail=cluster_course_normal");
    expect(tied("course_strike -> course_normal_full")).toBe(", lhead=cluster_course_normal");
    expect(tied("course_retaliation_answered -> course_normal_full")).toBe(
      ", ltail=cluster_course_retaliation, lhead=cluster_course_normal",
    );
    expect(tied("course_reconciliation_overture_by_a -> course_strike")).toBe(", ltail=cluster_course_reconciliation");
    expect(tied("course_strike -> course_retaliation_war")).toBe("");
  });
});
