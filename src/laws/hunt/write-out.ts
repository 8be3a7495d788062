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
export interface Written {
  readonly edits: readonly Edit[];
  readonly then: Exclude<Policy, "model">;
}

/** The branch that edits make; undefined where they are impossible together. */
export function branchOf(record: Branch, edits: readonly Edit[], then: Policy): Branch | undefined {
  return unlessRefused("bad-edit", () => branch(record, edits, then));
}

/**
 * A history as edits of the record, which broke something at a minute: what it has and the record has not is added, and
 * what the record has by then and it has not is dropped.
 *
 * @param breaks whether a history breaks what it is about
 * @returns undefined where it can't be written, such as beyond the end of the file's window
 */
export function writtenOut(
  history: History,
  minute: number,
  base: readonly Edit[],
  { scenario, record, breaks }: { scenario: Scenario; record: Branch; breaks: (history: History) => boolean },
): Written | undefined {
  const own = eventsOf(record);
  const known = new Set([...own.map(({ id }) => id), ...base.map(editedId)]);
  const happened = history.steps.filter(({ event, minute: at }) => event.source !== "clock" && at <= minute);
  const standing = new Set(happened.map(({ event }) => event.id));
  const based = new Set(base.map(editedId));
  const missing = own.filter(({ id }) => !standing.has(id) && !based.has(id));
  const adds = happened.flatMap(({ event }): Edit[] => (known.has(event.id) ? [] : [{ kind: "add", event }]));
  if (happened.some(({ event }) => when(event.at).start > scenario.window.to)) return undefined;
  const drop = ({ id }: { id: string }): Edit => ({ kind: "drop", id });
  const early = missing.filter(({ at }) => when(at).start <= minute);
  const attempts: readonly Written[] = [
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
 * under which the edits break it is tried; of the results the shortest is given, that of the given policy before others.
 */
export function reduced({ edits, then }: Written, record: Branch, breaks: (history: History) => boolean): Written {
  const policies = [then, ...(["keep", "prune", "stop"] as const).filter((one) => one !== then)];
  const results = policies.flatMap((policy): readonly Written[] => {
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
