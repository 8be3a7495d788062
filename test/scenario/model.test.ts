import { expect, test } from "vitest";
import type { Scenario } from "../../src/scenario/index.ts";
import { base, read } from "../support/scenario.ts";

function scenarioOf(part: string, by: string): Scenario {
  const { scenario, diagnostics } = read(base.replace(part, by));
  if (scenario === undefined) throw new Error(JSON.stringify(diagnostics));
  return scenario;
}

const DAY = 1440;
const DELAY = "after: 1d..4d";

test("a rule has lists, minutes and patterns by side, and its chance may name an assumption", () => {
  const { doctrines } = scenarioOf(
    DELAY,
    "after: 1d..4d, if: { ledger: by-IRN, missions: { PAK: recalled } }, at-most: 2",
  );
  expect(doctrines["PAK"]).toEqual({
    kind: "rules",
    rules: [
      {
        answer: ["strike"],
        with: "strike",
        chance: "resolve",
        after: { kind: "between", least: DAY, most: 4 * DAY },
        if: { ledger: "by-a", missionB: "recalled" },
        atMost: 2,
        basis: "the record",
      },
    ],
  });
});

test.each([
  ["after: 2d", { kind: "between", least: 2 * DAY, most: 2 * DAY }],
  ["after: { triangular: [12h, 1d, 3d] }", { kind: "triangular", least: 720, mode: DAY, most: 3 * DAY }],
  ["after: { log-normal: { median: 1d, p90: 5d } }", { kind: "log-normal", median: DAY, p90: 5 * DAY }],
  ["after: { gamma: { mean: 2d, shape: 1.5 } }", { kind: "gamma", mean: 2 * DAY, shape: 1.5 }],
  ["after: { exponential: { mean: 3h } }", { kind: "exponential", mean: 180 }],
])("a delay is in minutes: %s", (written, after) => {
  expect(scenarioOf(DELAY, written).doctrines["PAK"]).toMatchObject({ rules: [{ after }] });
});

test("a rule without chance and delay is certain and immediate", () => {
  const { doctrines } = scenarioOf(", chance: resolve, after: 1d..4d", "");
  expect(doctrines["PAK"]).toMatchObject({ rules: [{ chance: 1, after: { least: 0, most: 0 }, if: {} }] });
});

test("a named strategy keeps its parameters", () => {
  const { doctrines } = scenarioOf(
    "\n    - { answer: strike, with: strike, chance: resolve, after: 1d..4d, basis: the record }",
    " { use: generous-tit-for-tat, generosity: 0.1 }",
  );
  expect(doctrines["PAK"]).toEqual({
    kind: "strategy",
    use: "generous-tit-for-tat",
    parameters: { generosity: 0.1 },
  });
});

test.each([
  [
    "first: { missions: { IRN: barred } }, since: recall",
    { kind: "first", pattern: { missionA: "barred" }, since: "recall" },
  ],
  ["reached: { course: retaliation }", { kind: "reached", pattern: { course: "retaliation" } }],
  ["longest: { course: strike }", { kind: "longest", pattern: { course: "strike" } }],
  ["count: { act: strike, by: PAK }", { kind: "count", what: "strike", by: "PAK" }],
  ["final: missions.PAK", { kind: "final", region: "missionB" }],
  ["peak: hostility", { kind: "peak", of: "hostility" }],
])("an outcome says what it observes: %s", (written, outcome) => {
  expect(scenarioOf("count: { class: force }", written).outcomes["force"]).toEqual(outcome);
});

test("an edit carries whole events", () => {
  const { whatIfs } = scenarioOf(
    "- drop: strike",
    `- { move: strike, to: "2024-01-15" }
      - { replace: recall, with: { act: expel-diplomats, count: 3 } }
      - add: { id: more, at: "2024-01-23", act: warn, from: PAK, cite: press }
      - swap: accord`,
  );
  expect(whatIfs["calm"]).toMatchObject({ then: "prune", expect: [], contracts: [] });
  expect(whatIfs["calm"]?.edits).toMatchObject([
    { kind: "move", id: "strike", to: "2024-01-15" },
    {
      kind: "replace",
      id: "recall",
      event: { id: "recall", act: "expel-diplomats", count: 3, from: ["PAK"], claims: [] },
    },
    { kind: "add", event: { id: "more", to: [], because: [], cite: ["press"], version: 1 } },
    { kind: "swap", id: "accord" },
  ]);
});

test("a replacement by another act leaves the old act's own fields behind", () => {
  const { whatIfs } = scenarioOf("- drop: strike", "- { replace: accord, with: { act: negotiate } }");
  const [edit] = whatIfs["calm"]?.edits ?? [];
  expect(edit).toMatchObject({ event: { act: "negotiate" } });
  expect(JSON.stringify(edit)).not.toContain("terms");
});
