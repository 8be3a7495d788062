/** The futures of a what-if, beside those of the record from the same moment under the same luck, and the record itself. */
import { historyOf, unedited } from "../history/index.ts";
import { recordOf, type Scenario, type Supposed } from "../scenario/index.ts";
import { compile, type Model } from "./model.ts";
import { type Pooling, pairPooled } from "./pool.ts";
import { differencesOf, type Paired, type Report, type Runs } from "./run.ts";
import { setupFrom, setupOf } from "./setup.ts";
import { watchOf } from "./watch.ts";

/** The models of a what-if and of the record at the same place. */
export interface Models {
  readonly edited: Model;
  readonly unedited: Model;
}

/** What many futures of a what-if came to. */
export interface Followed {
  readonly edited: Report;
  readonly unedited: Report;
  readonly differences: Readonly<Record<string, Paired>>;
  /** The value of each outcome in the record as it happened; see {@link Watch} for units. */
  readonly record: Readonly<Record<string, number>>;
}

/**
 * The models of a what-if whose policy is `model`.
 *
 * @param values values of assumptions instead of those of the file
 */
export function modelsOf(
  scenario: Scenario,
  { branch }: Pick<Supposed, "branch">,
  values: Readonly<Record<string, number>> = {},
): Models {
  const edited = setupOf(scenario, branch, { values });
  const before = setupFrom(scenario, unedited(branch), { values, horizon: edited.horizon });
  return { edited: compile(edited), unedited: compile(before) };
}

/** Runs the futures of both models, on all cores where they are many, and pairs them. */
export async function follow(
  scenario: Scenario,
  { edited, unedited }: Models,
  runs: Runs,
  pooling: Pooling = {},
): Promise<Followed> {
  const { outcomes } = scenario;
  const pairs = await pairPooled({ one: unedited.setup, other: edited.setup, outcomes }, runs, pooling);
  return {
    edited: pairs.other,
    unedited: pairs.one,
    differences: differencesOf(pairs),
    record: recordValues(scenario),
  };
}

/** The outcomes of the record as it happened, to the end of its window. */
export function recordValues(scenario: Scenario): Readonly<Record<string, number>> {
  const history = historyOf(recordOf(scenario));
  return Object.fromEntries(
    Object.entries(scenario.outcomes).map(([name, outcome]) => {
      const watch = watchOf(outcome, history);
      watch.begin();
      watch.end(scenario.window.to);
      return [name, watch.value()];
    }),
  );
}
