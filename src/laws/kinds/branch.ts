/** Laws of branches: a what-if never touches its record, shares its beginning, and says what became of the rest. */
import { when } from "../../events/index.ts";
import { type Branch, digestOf, editedId, eventsOf, historyOf, type Policy } from "../../history/index.ts";
import { accountOf, type Made } from "../cases.ts";
import { firstDifference, plain } from "../compare.ts";
import type { BranchLaw, Listed } from "../law.ts";
import type { System } from "../system.ts";

export const branchLaws: readonly Listed<BranchLaw>[] = [
  {
    name: "branch-is-a-history",
    sentence: "A branch is what folding its events from the beginning gives.",
    basis: "Only what comes after an edit is folded anew, and that must make no difference.",
    breach: ({ branch }, { fold }) => {
      const { events, beginning, until } = accountOf(branch);
      return firstDifference(plain(historyOf(branch)), plain(fold(events, beginning, until)));
    },
  },
  {
    name: "parent-stays",
    sentence: "A branch never changes its parent.",
    basis: "The record is what happened; a what-if stands beside it.",
    breach: (made, system) => {
      const before = JSON.stringify(made.parent);
      system.branch(made.parent, made.edits, made.then);
      return JSON.stringify(made.parent) === before
        ? undefined
        : "its parent is not what it was before the branch was made";
    },
  },
  {
    name: "shared-beginning",
    sentence: "A branch holds the very steps of its parent until the first of its own.",
    basis: "What an edit does not reach is not judged again.",
    breach: ({ parent, branch: made }) => {
      const [there, here] = [historyOf(parent).steps, historyOf(made).steps];
      const { steps } = made.shared;
      if (!here.slice(0, steps).every((step, k) => step === there[k])) return "a shared step is not the parent's own";
      const [own] = made.tail;
      const repeated = own !== undefined && own.event.source !== "clock" && own.event === there[steps]?.event;
      return repeated && own.minute === there[steps]?.minute
        ? `${own.event.id} is a copy of its parent's step`
        : undefined;
    },
  },
  {
    name: "branch-in-order",
    sentence: "A branch is in order of time: nothing comes after what is later than it.",
    basis: "Edits put events where their dates, their causes and their effects allow.",
    breach: ({ branch }) => {
      const events = eventsOf(branch);
      const k = events.findIndex(({ at }, place) => {
        const before = events[place - 1];
        return before !== undefined && when(at).end < when(before.at).start;
      });
      return k < 0 ? undefined : `${events[k]?.id} comes after ${events[k - 1]?.id}, which is later`;
    },
  },
  {
    name: "no-edit-no-difference",
    sentence: "A branch without an edit is its parent.",
    basis: "Whatever differs between a what-if and the record must come from an edit.",
    breach: ({ parent, then }, system) => {
      const unedited = system.branch(parent, [], then);
      if (unedited.tail.length > 0) return "a branch without an edit has steps of its own";
      return digestOf(unedited) === digestOf(parent) ? undefined : "a branch without an edit has another digest";
    },
  },
  {
    name: "edits-can-be-taken-back",
    sentence: "The inverse of edits gives back the events of the parent, to the byte.",
    basis: "An edit that can't be undone would have changed more than it said.",
    breach: (made, system) => {
      const there = made.then === "keep" ? made.branch : system.branch(made.parent, made.edits, "keep");
      const events = eventsOf(made.parent);
      const back = system.branch(there, system.inverse(there.changes, events), "keep");
      return JSON.stringify(eventsOf(back)) === JSON.stringify(events)
        ? undefined
        : firstDifference(eventsOf(back), events, "the list of events");
    },
  },
  {
    name: "pruning-follows-causes",
    sentence:
      "Pruning takes exactly those events that follow, by their causes, from what no longer stands before them.",
    basis: "What an edit takes along is what the record says it caused, and nothing else.",
    breach: (made, system) => {
      const kept = eventsOf(branchAgain(made, system, "keep"));
      const gone = new Set(made.edits.flatMap((edit) => (edit.kind === "drop" ? [edit.id] : [])));
      // Again and again over the whole list, until nothing more goes.
      for (let size = -1; size < gone.size; ) {
        size = gone.size;
        const earlier = new Set(made.branch.background);
        for (const { id, because } of kept) {
          if (because.some((cause) => gone.has(cause) || !earlier.has(cause))) gone.add(id);
          earlier.add(id);
        }
      }
      const pruned = branchAgain(made, system, "prune");
      const wanted = kept.filter(({ id }) => !gone.has(id));
      return (
        firstDifference(ids(eventsOf(pruned)), ids(wanted), "the list of what stands") ??
        firstDifference(
          ids(pruned.orphaned.map(({ event }) => event)),
          ids(kept.filter(({ id }) => gone.has(id))),
          "the orphans",
        )
      );
    },
  },
  {
    name: "keeping-keeps-all",
    sentence: "Keeping leaves every event that no edit drops, and names the same orphans as pruning.",
    basis: "With keep an event stands even where its cause does not; the reader is told.",
    breach: (made, system) => {
      const kept = branchAgain(made, system, "keep");
      const dropped = new Set(made.edits.flatMap((edit) => (edit.kind === "drop" ? [edit.id] : [])));
      const added = made.edits.flatMap((edit) => (edit.kind === "add" ? [editedId(edit)] : []));
      const wanted = [...ids(eventsOf(made.parent)).filter((id) => !dropped.has(id)), ...added];
      const orphans = (branch: Branch) => branch.orphaned.map(({ event, through }) => `${event.id} through ${through}`);
      return (
        firstDifference(ids(eventsOf(kept)).toSorted(), wanted.toSorted(), "the list of what stands") ??
        firstDifference(orphans(kept), orphans(branchAgain(made, system, "prune")), "the orphans")
      );
    },
  },
  {
    name: "stopping-tells-the-beginning",
    sentence: "Stopping and handing over tell the pruned history up to the last edit, and leave exactly the rest.",
    basis: "Whoever decides from there on is given everything that happened and everything that is open.",
    breach: (made, system) => {
      if (made.edits.length === 0) return undefined;
      const pruned = ids(eventsOf(branchAgain(made, system, "prune")));
      const [found] = (["stop", "model"] as const).flatMap((then) => {
        const ended = branchAgain(made, system, then);
        return firstDifference([...ids(eventsOf(ended)), ...ids(ended.left)], pruned, `with ${then}, the list`) ?? [];
      });
      return found;
    },
  },
];

function branchAgain({ parent, edits }: Made, { branch }: System, then: Policy): Branch {
  return branch(parent, edits, then);
}

function ids(events: readonly { readonly id: string }[]): readonly string[] {
  return events.map(({ id }) => id);
}
