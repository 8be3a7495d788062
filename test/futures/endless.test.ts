/** Doctrines that are considered without end: `check` says so, and every future ends. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile, runFutures, type Setup, setupOf } from "../../src/futures/index.ts";
import { evaluateWhatIf, readScenario } from "../../src/scenario/index.ts";

const text = readFileSync("scenarios/iran-pakistan-2024.yaml", "utf8");

/** The flagship's rule that comes round by itself, every minute. */
function everyMinute(chance: string, to = "2034-01-15"): string {
  return text
    .replace("- every: 3d", "- every: 1min")
    .replace("chance: overture.PAK", `chance: ${chance}`)
    .replace(/^window: .*$/m, `window: { from: "2024-01-15", to: "${to}" }`);
}

test("a rule that comes round too often is told by check, with how often", () => {
  const { diagnostics } = readScenario(everyMinute("0"), { file: "iran-pakistan-2024.yaml" });
  expect(diagnostics.filter(({ code }) => code === "endless-doctrines")).toMatchObject([
    { severity: "warning", message: expect.stringMatching(/comes round 5,26\d,\d{3} times.*100,000/) },
  ]);
  expect(readScenario(text, { file: "iran-pakistan-2024.yaml" }).diagnostics).toEqual([]);
});

function setupWith(chance: number): Setup {
  const { scenario } = readScenario(text, { file: "iran-pakistan-2024.yaml" });
  if (scenario === undefined) throw new Error("The flagship can't be read.");
  const setup = setupOf(scenario, evaluateWhatIf(scenario, "second-round").branch);
  const { PAK: rules } = setup.doctrines;
  if (rules?.kind !== "rules") throw new Error("Pakistan has no rules.");
  const [first] = rules.rules;
  if (first === undefined) throw new Error("Pakistan has no rule.");
  const restless = { ...first, answer: [], every: 1, chance, if: {} };
  const horizon = setup.horizon + 10 * 365 * 1440;
  return { ...setup, horizon, doctrines: { PAK: { kind: "rules", rules: [restless] } } };
}

test("what is considered a hundred times as often as the bound has events ends the future, as the bound does", () => {
  const runs = { seed: 1, futures: 3, bound: 10 };
  expect(runFutures(compile(setupWith(1e-12)), {}, runs)).toMatchObject({ bounded: 3, events: expect.any(Number) });
});

test("a rule without a chance is not considered at all, and the horizon ends the future", () => {
  expect(runFutures(compile(setupWith(0)), {}, { seed: 1, futures: 3 }).bounded).toBe(0);
});
