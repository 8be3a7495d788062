/** Breaks: what a what-if has to say of itself, so that its file is right with it. */
import { type Branch, branch, type Edit, historyOf, type Policy } from "../history/index.ts";
import { judgeContract } from "./judge-contract.ts";
import { recordOf } from "./record.ts";
import type { Scenario } from "./scenario.ts";

/**
 * The names of the file's contracts that edits of the record break, for `breaks` of a what-if that is to be written.
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
  return scenario.contracts
    .filter((contract) => judgeContract(contract, history).standing === "violated")
    .map(({ name }) => name);
}
