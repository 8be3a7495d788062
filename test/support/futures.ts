/** A crisis that is handed over after a strike, for tests of futures. */
import type { Doctrine } from "../../src/doctrine/index.ts";
import { compile, type Model, setupOf } from "../../src/futures/index.ts";
import { branch, mainLine } from "../../src/history/index.ts";
import type { Scenario } from "../../src/scenario/index.ts";
import { beginning, strike } from "./crisis.ts";
import { base, read } from "./scenario.ts";

/** The small scenario of the scenario tests with other doctrines. */
export function scenarioWith(doctrines: Readonly<Record<string, Doctrine>>): Scenario {
  const { scenario } = read(base);
  if (scenario === undefined) throw new Error("The small scenario must be readable.");
  return { ...scenario, doctrines };
}

/** A model in which one party has struck, and these doctrines decide what follows. */
export function afterStrike(doctrines: Readonly<Record<string, Doctrine>>): Model {
  const struck = branch(mainLine([], beginning), [{ kind: "add", event: strike }], "model");
  return compile(setupOf(scenarioWith(doctrines), struck));
}

/** A strategy without chance and nearly without delay, which never goes on unasked. */
export function sure(use: string, more: Readonly<Record<string, number>> = {}): Doctrine {
  return { kind: "strategy", use, parameters: { answers: 1, "goes-on": 0, median: 0.01, p90: 0.02, ...more } };
}
