/** `use: calibrated`: what comes next is drawn once for the pair and assigned, the same each time, beside a file's own rules. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile, createSimulator, type Model, setupFrom, written } from "../../src/futures/index.ts";
import { historyUntil } from "../../src/history/index.ts";
import { readScenario, replayScenario } from "../../src/scenario/index.ts";

const file = readFileSync("scenarios/iran-pakistan-2024.yaml", "utf8");
const text = (doctrines: string): string =>
  file.replace(/\ndoctrines:\n[\s\S]*?\n(?=[a-z])/, `\ndoctrines:\n${doctrines}\n`);

function modelOf(doctrines: string): Model {
  const { scenario, diagnostics } = readScenario(text(doctrines), { file: "calibrated.yaml" });
  if (scenario === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const history = replayScenario(scenario);
  const strike = history.steps.find(({ event }) => event.act === "strike");
  const cut = historyUntil(history, strike?.minute ?? 0);
  return compile(setupFrom(scenario, { history: cut, reopened: [] }, { horizon: cut.now + 365 * 1440 }));
}

function futures(model: Model, count: number) {
  const simulator = createSimulator(model, 7);
  return Array.from({ length: count }, (_, run) => {
    const future = simulator.run(run);
    const { steps } = written(model, future, simulator.log);
    const own = steps.slice(model.setup.history.steps.length).filter(({ event }) => event.source !== "clock");
    return own.map(({ event: { act, at, from } }) => `${at} ${from.join("+")} ${act}`);
  });
}

const BOTH = "  PAK: { use: calibrated }\n  IRN: { use: calibrated }";

test("a pair goes on, by either side and by both, or its confrontation ends; and the same seed gives the same", () => {
  const all = futures(modelOf(BOTH), 300);
  expect(futures(modelOf(BOTH), 300)).toEqual(all);
  expect(all.some((events) => events.length === 0)).toBe(true);
  const first = all.flatMap(([event]) => event?.split(" ").slice(1, 2) ?? []);
  expect(new Set(first)).toEqual(new Set(["PAK", "IRN", "IRN+PAK"]));
  const inARow = all.some(([one = "1", other = "2"]) => one.split(" ")[1] === other.split(" ")[1]);
  expect(inARow).toBe(true);
});

test("a party that has no such doctrine does nothing of what is drawn for it", () => {
  const by = futures(modelOf("  PAK: { use: calibrated }"), 100).flat();
  expect(by.length).toBeGreaterThan(0);
  expect(by.some((event) => event.includes(" IRN "))).toBe(false);
});

test("rules stand beside it, and none that follows is no more than they are", () => {
  const rules = "[{ answer: force, with: lodge-protest, chance: 1, after: 1d, basis: invented }]";
  const alone = futures(
    modelOf(`  IRN: { use: calibrated, follows: 0, basis: invented, beside: ${rules} }`),
    20,
  ).flat();
  expect(alone.every((event) => event.endsWith("lodge-protest"))).toBe(true);
  const beside = futures(
    modelOf(`  PAK: { use: calibrated }\n  IRN: { use: calibrated, beside: ${rules} }`),
    50,
  ).flat();
  expect(beside.some((event) => event.endsWith("IRN lodge-protest"))).toBe(true);
});
