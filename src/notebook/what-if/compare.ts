/** A what-if beside the record: what was changed, what it does to later events, and where both lead. */
import { compare, type History, type Step } from "../../history/index.ts";
import type { Scenario, Supposed } from "../../scenario/index.ts";
import { comparedDocument, momentText } from "../../views/index.ts";
import { type Shown, shown } from "../show/index.ts";

/** A comparison that shows itself. All ids are of events. */
export interface ComparedHistories extends Shown {
  /** Events that lost a cause, and events of which a cause is not what it was. */
  readonly orphaned: readonly string[];
  readonly reopened: readonly string[];
  /** What happens only in the record, only in the what-if, and what is void only there. */
  readonly missing: readonly string[];
  readonly added: readonly string[];
  readonly void: readonly string[];
  /** The day on which both part; absent when they never do. */
  readonly parted?: string;
}

/** Compares a what-if with the record, from the record to it. */
export function compared(scenario: Scenario, record: History, supposed: Supposed): ComparedHistories {
  const { branch, history } = supposed;
  const comparison = compare(record, history);
  const { missing, added, unfit, divergence } = comparison;
  const ids = (steps: readonly Pick<Step, "event">[]): readonly string[] => steps.map(({ event }) => event.id);
  const data = {
    orphaned: ids(branch.orphaned),
    reopened: ids(branch.reopened),
    missing: ids(missing),
    added: ids(added),
    void: ids(unfit),
    ...(divergence === undefined ? {} : { parted: momentText(divergence.minute) }),
  };
  return shown(data, () => comparedDocument(scenario, record, supposed));
}
