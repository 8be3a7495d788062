/** What must hold of the futures of every shipped scenario and template. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createSimulator, modelsOf, runFutures } from "../../src/futures/index.ts";
import { evaluateWhatIf, readScenario, type Scenario } from "../../src/scenario/index.ts";
import { shippedFiles } from "../support/scenario.ts";

const FUTURES = 500;

function scenarioOf(file: string): Scenario {
  const { scenario } = readScenario(readFileSync(file, "utf8"), { file });
  if (scenario === undefined) throw new Error(`${file} can't be read`);
  return scenario;
}

describe.each(shippedFiles())("%s", (file) => {
  const scenario = scenarioOf(file);
  const modelled = Object.entries(scenario.whatIfs).filter(([, { then }]) => then === "model");

  test("has a what-if whose futures the doctrines decide, with outcomes of every kind", () => {
    expect(modelled.length).toBeGreaterThanOrEqual(1);
    const kinds = new Set(Object.values(scenario.outcomes).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["count", "final", "first", "longest", "peak", "reached"]);
  });

  test("says of every number that results rest on what it rests on, and within which range it is thought to be", () => {
    for (const { basis, range } of Object.values(scenario.assumptions)) {
      expect(basis).toBeDefined();
      expect(range).toBeDefined();
    }
  });

  test.each(modelled)("%s ends by itself in every future, and not always alike", (name) => {
    const { edited, unedited } = modelsOf(scenario, evaluateWhatIf(scenario, name));
    for (const model of [edited, unedited]) {
      const report = runFutures(model, scenario.outcomes, { seed: 1, futures: FUTURES });
      expect(report.bounded).toBe(0);
      expect(report.events / FUTURES / scenario.relations.length).toBeLessThan(60);
    }
    const { outcomes } = runFutures(edited, scenario.outcomes, { seed: 1, futures: FUTURES });
    expect(Object.values(outcomes).some(({ counts }) => counts.size > 1)).toBe(true);
  });

  test("lets every actor with a doctrine act in some future of one of its what-ifs", () => {
    const acted = new Set<string>();
    for (const [name] of modelled) {
      const { edited: model } = modelsOf(scenario, evaluateWhatIf(scenario, name));
      const { run, log } = createSimulator(model, 1);
      for (let number = 0; number < FUTURES; number++) {
        const { events } = run(number);
        for (let place = 0; place < events; place++) {
          const source = model.sources[log.source[place] ?? -1];
          if (source !== undefined) acted.add(model.actors[source.actor]?.code ?? "");
        }
      }
    }
    expect([...acted].sort()).toEqual(Object.keys(scenario.doctrines).sort());
  });
});
