/** A scenario's record, folded to the end of its window, and its what-ifs as branches of it. */
import {
  type Branch,
  branch,
  type Doubt,
  doubtsOf,
  type Edit,
  type History,
  historyOf,
  mainLine,
  type Policy,
  webStates,
} from "../history/index.ts";
import { among, Problem } from "../problem/index.ts";
import { type Demands, type JudgedDemands, judgeHistory } from "./findings.ts";
import { judgeContract } from "./monitor.ts";
import type { Scenario, WhatIf } from "./scenario.ts";

/** The record of a scenario as the line that its what-ifs branch from. */
export function recordOf({ events, dyad, relations, opening, standing, window, quiet, context }: Scenario): Branch {
  const background = new Set(context.map(({ id }) => id));
  const states = webStates(relations.map((one) => ({ dyad: one })));
  return mainLine(events, { dyad, states, opening, standing, quiet, from: window.from, until: window.to, background });
}

/** Replays the record of a scenario: every event judged, the clock run to the end of the window. */
export function replayScenario(scenario: Scenario): History {
  return historyOf(recordOf(scenario));
}

/**
 * A what-if and what comes of it. Its findings are where it is not as its own `expect` says, or breaks a contract, its own
 * or the file's.
 */
export interface EvaluatedWhatIf extends JudgedDemands {
  readonly name: string;
  readonly whatIf: WhatIf;
  readonly branch: Branch;
  readonly history: History;
  readonly doubts: readonly Doubt[];
}

/**
 * Evaluates a what-if of a scenario: edits the record, replays it and judges it.
 *
 * @param record the scenario's record, where it is at hand already
 * @throws Problem `no-such-what-if` when the scenario has no what-if of that name
 */
export function evaluateWhatIf(scenario: Scenario, name: string, record: Branch = recordOf(scenario)): EvaluatedWhatIf {
  const whatIf = Object.hasOwn(scenario.whatIfs, name) ? scenario.whatIfs[name] : undefined;
  if (whatIf === undefined) {
    const suggestion = among(name, Object.keys(scenario.whatIfs));
    throw new Problem("no-such-what-if", `${scenario.name} has no what-if called ${name}.`, suggestion);
  }
  const made = branch(record, whatIf.edits, whatIf.then);
  const history = historyOf(made);
  return {
    name,
    whatIf,
    branch: made,
    history,
    ...judgeHistory(demandsOf(scenario, whatIf), history),
    doubts: doubtsOf(whatIf, made),
  };
}

/**
 * What is demanded of a what-if: its own expectations and contracts, and the contracts of the file, but for those in
 * whose place it has one of the same name.
 */
export function demandsOf(
  { contracts }: Pick<Scenario, "contracts">,
  { expect, breaks, contracts: own }: WhatIf,
): Demands {
  const inherited = contracts.filter(({ name }) => own.every((one) => one.name !== name));
  return { expect, contracts: [...inherited, ...own], breaks };
}

/**
 * The names of the file's contracts that edits of the record break, of whichever relation they are, for `breaks` of a what-if
 * that is to be written.
 *
 * @param record the scenario's record, where it is at hand already
 * @throws Problem `bad-edit` when an edit is impossible
 */
export function brokenBy(
  scenario: Scenario,
  edits: readonly Edit[],
  then: Policy,
  record: Branch = recordOf(scenario),
): readonly string[] {
  const history = historyOf(branch(record, edits, then));
  const broken = scenario.contracts.filter((contract) => judgeContract(contract, history).standing === "violated");
  return [...broken.map(({ name }) => name), ...scenario.beside.flatMap((one) => brokenBy(one, edits, then))];
}
