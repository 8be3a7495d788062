/** What must hold of every scenario that is shipped. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { claimsOf, disputesIn } from "../../src/dossier/index.ts";
import { judgeHistory, readScenario, replayScenario } from "../../src/scenario/index.ts";

const names = readdirSync("scenarios").filter((name) => name.endsWith(".yaml"));

test("the flagship and twelve other crises are shipped", () => {
  expect(names).toEqual([
    "china-india-2020.yaml",
    "cuba-1962.yaml",
    "expulsions-2018.yaml",
    "falklands-1982.yaml",
    "gulf-rift-2017.yaml",
    "india-pakistan-2001.yaml",
    "india-pakistan-2025.yaml",
    "iran-pakistan-2024.yaml",
    "pulwama-balakot-2019.yaml",
    "qatar-2017.yaml",
    "suez-1956.yaml",
    "uk-russia-2018.yaml",
    "us-iran-2020.yaml",
  ]);
});

describe.each(names)("%s", (name) => {
  const file = `scenarios/${name}`;
  const { scenario, relations = [], diagnostics } = readScenario(readFileSync(file, "utf8"), { file });
  if (scenario === undefined) throw new Error(`${file}: ${JSON.stringify(diagnostics)}`);
  const history = replayScenario(scenario);

  test("has no problem, not even a warning", () => {
    expect(diagnostics).toEqual([]);
  });

  test("replays without a void verdict and as it expects", () => {
    for (const relation of relations) {
      const replay = replayScenario(relation);
      expect(replay.steps.filter(({ verdict }) => verdict === "void").map(({ event }) => event.id)).toEqual([]);
      expect(judgeHistory(relation, replay).findings).toEqual([]);
    }
    expect(scenario.expect.length).toBeGreaterThanOrEqual(4);
    expect(scenario.contracts.length).toBeGreaterThanOrEqual(1);
  });

  test("cites a source for every event, and uses every source it declares", () => {
    const cited = [...scenario.events, ...scenario.context].map(({ cite }) => cite);
    expect(cited.every((ids) => ids.length > 0)).toBe(true);
    const invented = Object.values(scenario.whatIfs).flatMap(({ edits }) =>
      edits.flatMap((edit) => (edit.kind === "add" ? edit.event.cite : [])),
    );
    expect(Object.keys(scenario.sources).filter((id) => ![...cited.flat(), ...invented].includes(id))).toEqual([]);
  });

  test("says who claims what, and names causes", () => {
    expect(claimsOf(history.dossier).length).toBeGreaterThan(0);
    expect(scenario.events.filter(({ because }) => because.length > 0).length).toBeGreaterThan(
      scenario.events.length / 2,
    );
  });

  test("has at least two what-ifs and one lesson", () => {
    expect(Object.keys(scenario.whatIfs).length).toBeGreaterThanOrEqual(2);
    expect(scenario.lessons.length).toBeGreaterThanOrEqual(1);
  });
});

test("both sides' claims about contested things stand beside each other as disputes", () => {
  const disputed = names.filter((name) => {
    const { scenario } = readScenario(readFileSync(`scenarios/${name}`, "utf8"), { file: name });
    return scenario !== undefined && disputesIn(claimsOf(replayScenario(scenario).dossier)).length > 0;
  });
  expect(disputed.length).toBeGreaterThanOrEqual(5);
});
