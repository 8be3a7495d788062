/** Futures: the flagship's `model` what-if on the table, beside the same simulation asking xstate for every step. */
import { readFileSync } from "node:fs";
import { transition } from "xstate";
import { compile, createSimulator, type Model, runFutures, runPooled, setupOf, watchOf } from "../src/futures/index.ts";
import {
  chart,
  keyOf,
  sharedTable,
  situationOf,
  snapshotOf,
  step,
  symbols,
  type Table,
  unmet,
} from "../src/machine/index.ts";
import { evaluateWhatIf, readScenario, recordOf } from "../src/scenario/index.ts";
import { apart, heap } from "./apart.ts";
import type { Contender } from "./measure.ts";

const SEED = 1;

/** The model of the flagship's first what-if with `then: model`. */
export function flagship(): { readonly model: Model; readonly name: string } {
  const file = "scenarios/iran-pakistan-2024.yaml";
  const { scenario } = readScenario(readFileSync(file, "utf8"), { file });
  if (scenario === undefined) throw new Error(`${file} can't be read.`);
  const name = Object.keys(scenario.whatIfs).find((one) => scenario.whatIfs[one]?.then === "model");
  if (name === undefined) throw new Error(`${file} has no what-if with then: model.`);
  return { model: compile(setupOf(scenario, evaluateWhatIf(scenario, name, recordOf(scenario)).branch)), name };
}

/** A table that remembers nothing: each answer is asked of xstate, by its own function or by the reused scope. */
function asking(by: "transition" | "scope"): Pick<Table, "answer"> {
  return {
    answer: (id, symbol) => {
      const event = symbols[symbol];
      const before = sharedTable.situationOf(id);
      if (event === undefined) throw new RangeError(`No symbol has the number ${symbol}.`);
      const after = by === "scope" ? step(before, event) : situationOf(transition(chart, snapshotOf(before), event)[0]);
      if (keyOf(after) !== keyOf(before)) return 3 * sharedTable.idOf(after);
      return 3 * id + (unmet(before, event).length > 0 ? 2 : 1);
    },
  };
}

/** The contenders: a rate is futures a second. */
export function futuresContenders(): readonly Contender[] {
  const { model } = flagship();
  const racing = (name: string, futures: number, table?: Pick<Table, "answer">): Contender => {
    const watches = [watchOf({ kind: "count", what: "force" }, model.setup.history)];
    const simulator = createSimulator(model, SEED, watches, undefined, table);
    return {
      name,
      run: () => {
        for (let run = 0; run < futures; run++) simulator.run(run);
        return futures;
      },
    };
  };
  return [
    racing("futures by transition()", 200, asking("transition")),
    racing("futures by the reused scope", 1000, asking("scope")),
    racing("futures on the table", 100_000),
  ];
}

/** How many events a future of the benchmark has in the mean, and what its name is. */
export function futuresShape(): { readonly name: string; readonly events: number } {
  const { model, name } = flagship();
  const simulator = createSimulator(model, SEED);
  let events = 0;
  for (let run = 0; run < 10_000; run++) events += simulator.run(run).events;
  return { name, events: events / 10_000 };
}

const OUTCOMES = { force: { kind: "count", what: "force" } } as const;

/** Futures a second by one thread and by two, in turn, each round with as many futures. */
export async function cores(rounds: number, futures: number): Promise<ReadonlyMap<string, readonly number[]>> {
  const { setup } = flagship().model;
  const rates = new Map<string, number[]>([
    ["one thread", []],
    ["two threads", []],
  ]);
  for (let round = -1; round < rounds; round++) {
    for (const [k, rate] of [...rates.values()].entries()) {
      const start = performance.now();
      await runPooled({ setup, outcomes: OUTCOMES }, { seed: SEED, futures }, { workers: k + 1 });
      if (round >= 0) rate.push((futures * 1000) / (performance.now() - start));
    }
  }
  return rates;
}

/** Megabytes on the heap after so many futures, each in a process of its own that collects garbage before it looks. */
export function heapAfter(futures: number): number {
  return apart(import.meta.filename, String(futures)) / 1e6;
}

if (process.argv[1] === import.meta.filename) {
  const report = runFutures(flagship().model, OUTCOMES, { seed: SEED, futures: Number(process.argv[2]) });
  const bytes = heap();
  if (report.futures > 0) process.stdout.write(String(bytes));
}
