/** The futures of a what-if, beside those of the record from the same moment under the same luck, and the record itself. */
import { branch, historyOf, unedited } from "../history/index.ts";
import { nth, present } from "../problem/index.ts";
import {
  type Contract,
  type Demands,
  demandsOf,
  type EvaluatedWhatIf,
  recordOf,
  type Scenario,
  type WhatIf,
} from "../scenario/index.ts";
import { type Decided, decided } from "./expectations.ts";
import { compile, type Model, type Setup } from "./model.ts";
import { type Pooling, pairPooled } from "./pool.ts";
import { differencesOf, type Paired, type Report, type Runs } from "./run.ts";
import { setupFrom, setupOf } from "./setup.ts";
import { type Estimate, shareOf } from "./statistics.ts";
import { contractStandings, type Observed, watchOf } from "./watch.ts";

/** A contract over many futures. */
export interface CountedContract {
  readonly contract: Contract;
  /** Whether the what-if says that it breaks it. */
  readonly breaks: boolean;
  /** The share of futures in which it is violated. */
  readonly violated: Estimate;
  /** In how many futures it is violated, and in how many it is not decided by their end. */
  readonly counts: { readonly violated: number; readonly undecided: number };
}

/** The models of a what-if and of the record at the same place. */
export interface Models {
  readonly edited: Model;
  readonly unedited: Model;
}

/** What many futures of a what-if came to. */
export interface Followed {
  readonly edited: Report;
  readonly unedited: Report;
  /** How the contracts stand in the futures, those of the file first; see {@link contractStandings}. */
  readonly contracts: readonly CountedContract[];
  /** What the what-if expects of outcomes, each decided by its interval. */
  readonly expected: readonly Decided[];
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
  { branch: made }: Pick<EvaluatedWhatIf, "branch">,
  values: Readonly<Record<string, number>> = {},
): Models {
  const others = scenario.beside.map((relation) => ({
    scenario: relation,
    branch: branch(recordOf(relation), made.edits, "model"),
  }));
  const all = [{ scenario, branch: made }, ...others];
  const edited = all.map((relation) => setupOf(relation.scenario, relation.branch, { values }));
  const { horizon } = nth(edited, 0);
  const before = all.map((relation) => setupFrom(relation.scenario, unedited(relation.branch), { values, horizon }));
  return { edited: compile(together(scenario, edited)), unedited: compile(together(scenario, before)) };
}

/** Setups of relations that go on together, as that of the first. */
export function together(
  { alliances, mediatorsNeedRelations }: Pick<Scenario, "alliances" | "mediatorsNeedRelations">,
  [main, ...others]: readonly Setup[],
): Setup {
  if (main === undefined) throw new RangeError("There is no relation: a defect of ours.");
  if (others.length === 0) return main;
  const { horizon } = main;
  return { ...main, others: others.map((other) => ({ ...other, horizon })), alliances, mediatorsNeedRelations };
}

/**
 * Runs the futures of both models, on all cores where they are many, and pairs them.
 *
 * @param whatIf the what-if whose contracts and expectations of outcomes are judged; none by default
 */
export async function follow(
  scenario: Scenario,
  { edited, unedited }: Models,
  runs: Runs,
  pooling: Pooling = {},
  whatIf?: WhatIf,
): Promise<Followed> {
  const { outcomes } = scenario;
  const demands = whatIf === undefined ? { contracts: [], breaks: [] } : demandsOf(scenario, whatIf);
  const contracts = demands.contracts.map((contract) => [keyOf(contract), { kind: "contract" as const, contract }]);
  const observed: Readonly<Record<string, Observed>> = { ...outcomes, ...Object.fromEntries(contracts) };
  const pairs = await pairPooled({ one: unedited.setup, other: edited.setup, outcomes: observed }, runs, pooling);
  return {
    edited: pairs.other,
    unedited: pairs.one,
    contracts: countedContracts(demands, pairs.other),
    expected: (whatIf?.expectOutcomes ?? []).flatMap((expectation) =>
      decided(expectation, outcomes[expectation.outcome], pairs.other),
    ),
    differences: differencesOf(pairs),
    record: recordValues(scenario),
  };
}

/** A name that no outcome has. */
function keyOf({ name }: Contract): string {
  return `contract ${name}`;
}

function countedContracts(
  { contracts, breaks = [] }: Pick<Demands, "contracts" | "breaks">,
  { outcomes, futures }: Report,
): readonly CountedContract[] {
  return contracts.map((contract) => {
    const tally = present(outcomes[keyOf(contract)], keyOf(contract));
    const of = (standing: (typeof contractStandings)[number]): number =>
      tally.counts.get(contractStandings.indexOf(standing)) ?? 0;
    const counts = { violated: of("violated"), undecided: of("undecided") };
    const violated = shareOf(counts.violated, futures);
    return { contract, breaks: breaks.includes(contract.name), violated, counts };
  });
}

/** The outcomes of the record as it happened, to the end of its window. */
export function recordValues(scenario: Scenario): Readonly<Record<string, number>> {
  const history = historyOf(recordOf(scenario));
  const others = scenario.beside.map((relation) => historyOf(recordOf(relation)));
  return Object.fromEntries(
    Object.entries(scenario.outcomes).map(([name, outcome]) => {
      const watch = watchOf(outcome, history, others);
      watch.begin();
      watch.end(scenario.window.to);
      return [name, watch.value()];
    }),
  );
}
