/** Writing a violation out: a future, or any history, as edits of the record that a replay carries out without chance. */
import { when } from "../../events/index.ts";
import {
  type Branch,
  branch,
  type Edit,
  editedId,
  eventsOf,
  type History,
  historyOf,
  type Policy,
} from "../../history/index.ts";
import { unlessRefused } from "../../problem/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { minimal } from "../../search/index.ts";

/** A what-if without chance. */
export interface WrittenEdits {
  readonly edits: readonly Edit[];
  readonly then: Exclude<Policy, "model">;
}

/** The branch that edits make; undefined where they are impossible together. */
export function branchOf(record: Branch, edits: readonly Edit[], then: Policy): Branch | undefined {
  return unlessRefused("bad-edit", () => branch(record, edits, then));
}

/**
 * A history as edits of the record, which broke something at a minute: events that only it has are added, and events
 * that only the record has by then are dropped.
 *
 * @param breaks whether a history breaks what it is about
 * @returns undefined where it can't be written, such as beyond the end of the file's window
 */
export function writeOut(
  history: History,
  minute: number,
  base: readonly Edit[],
  { scenario, record, breaks }: { scenario: Scenario; record: Branch; breaks: (history: History) => boolean },
): WrittenEdits | undefined {
  const own = eventsOf(record);
  const existingIds = new Set([...own.map(({ id }) => id), ...base.map(editedId)]);
  const happened = history.steps.filter(({ event, minute: at }) => event.source !== "clock" && at <= minute);
  const happenedIds = new Set(happened.map(({ event }) => event.id));
  const editedIds = new Set(base.map(editedId));
  const missing = own.filter(({ id }) => !happenedIds.has(id) && !editedIds.has(id));
  const adds = happened.flatMap(({ event }): Edit[] => (existingIds.has(event.id) ? [] : [{ kind: "add", event }]));
  if (happened.some(({ event }) => when(event.at).start > scenario.window.to)) return undefined;
  const drop = ({ id }: { id: string }): Edit => ({ kind: "drop", id });
  const early = missing.filter(({ at }) => when(at).start <= minute);
  const attempts: readonly WrittenEdits[] = [
    { edits: [...base, ...early.map(drop), ...adds], then: "stop" },
    { edits: [...base, ...missing.map(drop), ...adds], then: "keep" },
  ];
  return attempts.find(({ edits, then }) => {
    const made = edits.length === 0 ? undefined : branchOf(record, edits, then);
    return made !== undefined && breaks(historyOf(made));
  });
}

/**
 * Leaves edits out until none can be: without any one of them nothing is broken any more. Every policy without chance
 * under which the edits break it is tried; the result is the shortest one, of equally short ones that of the given policy.
 */
export function reduceEdits(
  { edits, then }: WrittenEdits,
  record: Branch,
  breaks: (history: History) => boolean,
): WrittenEdits {
  const policies = [then, ...(["keep", "prune", "stop"] as const).filter((policy) => policy !== then)];
  const results = policies.flatMap((policy): readonly WrittenEdits[] => {
    const broken = (some: readonly Edit[]): boolean => {
      const made = some.length === 0 ? undefined : branchOf(record, some, policy);
      return made !== undefined && breaks(historyOf(made));
    };
    return broken(edits) ? [{ edits: minimal(edits, broken), then: policy }] : [];
  });
  return results.reduce(
    (best, one) => (one.edits.length < best.edits.length ? one : best),
    results[0] ?? { edits, then },
  );
}
