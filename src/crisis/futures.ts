/** Futures: what follows a what-if whose policy is `model`, beside what follows the record under the same luck. */
import {
  createSimulator,
  exactOutcomes,
  type Followed,
  follow,
  type Models,
  modelsOf,
  type Pooling,
  type Runs,
  written,
} from "../futures/index.ts";
import { Problem } from "../problem/index.ts";
import type { EvaluatedWhatIf, Scenario } from "../scenario/index.ts";
import type { Crisis } from "./crisis.ts";

/** Whether doctrines decide what follows a what-if: its policy is `model`, and the file has doctrines. */
export function isModelled({ whatIf }: EvaluatedWhatIf, { doctrines }: Pick<Scenario, "doctrines">): boolean {
  return whatIf.then === "model" && Object.keys(doctrines).length > 0;
}

/** The names of the what-ifs whose policy is `model`. */
export function modelledIn({ whatIfs }: Pick<Scenario, "whatIfs">): readonly string[] {
  return Object.entries(whatIfs).flatMap(([name, { then }]) => (then === "model" ? [name] : []));
}

/**
 * Checks that a scenario has futures: doctrines, and outcomes that are asked for.
 *
 * @throws Problem where it lacks one of them
 */
export function requireDoctrines({ doctrines, outcomes }: Pick<Scenario, "doctrines" | "outcomes">): void {
  if (Object.keys(doctrines).length === 0) {
    throw new Problem("not-modelled", "There are no doctrines here, so nothing decides what follows.", {
      expected: "Add some under `doctrines`; what is seen until a moment has none.",
    });
  }
  if (Object.keys(outcomes).length === 0) {
    throw new Problem("not-modelled", "The file asks for no outcome, so there is nothing to count.", {
      expected: "Add some under `outcomes`.",
    });
  }
}

/**
 * Checks that doctrines decide what follows a what-if.
 *
 * @throws Problem where they do not, with the what-ifs after which they do
 */
export function requireModelled(
  name: string,
  scenario: Pick<Scenario, "doctrines" | "outcomes" | "whatIfs">,
  then?: string,
): void {
  requireDoctrines(scenario);
  if ((then ?? scenario.whatIfs[name]?.then) === "model") return;
  const others = modelledIn(scenario).filter((other) => other !== name);
  throw new Problem("not-modelled", `${name} does not say \`then: model\`, so no doctrine decides what follows it.`, {
    expected: others.length === 0 ? "This file has no what-if that does." : `What-ifs that do: ${others.join(", ")}.`,
  });
}

export interface FuturesRun {
  readonly models: Models;
  readonly followed: Followed;
  /** The minutes between which outcomes are watched: from the first event to the horizon. */
  readonly watched: readonly [from: number, to: number];
}

/** Runs the futures that follow a what-if; the same seed gives the same ones. */
export async function futures(
  scenario: Scenario,
  evaluated: EvaluatedWhatIf,
  runs: Runs,
  pooling: Pooling = {},
): Promise<FuturesRun> {
  const models = modelsOf(scenario, evaluated);
  const { history, horizon } = models.edited.setup;
  return {
    models,
    followed: await follow(scenario, models, runs, pooling, evaluated.whatIf),
    watched: [history.steps[0]?.minute ?? history.now, horizon],
  };
}

/** One future of a what-if as a crisis of its own, which can be replayed like a record. */
export function oneFuture(
  scenario: Scenario,
  evaluated: EvaluatedWhatIf,
  { run, seed }: { readonly run: number; readonly seed: number },
): Crisis {
  const { edited: model } = modelsOf(scenario, evaluated);
  const simulator = createSimulator(model, seed);
  const history = written(model, simulator.run(run), simulator.log, simulator.others);
  const until = Math.min(history.now, model.setup.horizon);
  const title = `${scenario.title}: future ${run} of ${evaluated.name}, seed ${seed}`;
  const window = { ...scenario.window, to: Math.max(scenario.window.to, until) };
  return {
    scenario: { ...scenario, title, window },
    history,
    until,
    whatIf: evaluated.name,
    demands: { expect: [], contracts: [] },
  };
}

/** What can be computed exactly of the futures of a what-if, and of those without its edit. */
export function exactFutures({ outcomes }: Scenario, { name }: EvaluatedWhatIf, { edited, unedited }: Models) {
  return [
    { name: "without the edit", answers: exactOutcomes(unedited, outcomes) },
    { name, answers: exactOutcomes(edited, outcomes) },
  ];
}
