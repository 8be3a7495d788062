/** The workbench: a branch being made edit by edit, with undo, redo and fork. Every operation gives a new bench. */
import { type Branch, branch } from "./branch.ts";
import type { Edit, Policy } from "./edit.ts";

/** Edits in progress. */
export interface Workbench {
  /** What is edited. */
  readonly base: Branch;
  readonly then: Policy;
  /** Edits that hold, in the order in which they were made. */
  readonly done: readonly Edit[];
  /** Edits that were taken back, the last one first. */
  readonly undone: readonly Edit[];
  /** What the edits make of the base; the base itself while there are none. */
  readonly branch: Branch;
}

/**
 * An empty bench on a record or a branch.
 *
 * @example
 * ```ts
 * import { edit, event, historyOf, mainLine, undo, workbench } from "demarche";
 * const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
 * const bench = workbench(mainLine([strike], { dyad: { a: "IRN", b: "PAK" } }), "prune");
 * const without = edit(bench, { kind: "drop", id: "strike" });
 * historyOf(without.branch).steps.length; // => 0
 * historyOf(undo(without).branch).steps.length; // => 1
 * ```
 */
export function workbench(base: Branch, then: Policy): Workbench {
  return { base, then, done: [], undone: [], branch: base };
}

/**
 * Makes one more edit. What was undone can't be redone after it.
 *
 * @throws Problem `bad-edit` when the edit is impossible beside the others
 */
export function edit(bench: Workbench, one: Edit): Workbench {
  return benchWith(bench, [...bench.done, one], []);
}

/** Takes the last edit back; the same bench when there is none. */
export function undo(bench: Workbench): Workbench {
  const last = bench.done.at(-1);
  return last === undefined ? bench : benchWith(bench, bench.done.slice(0, -1), [last, ...bench.undone]);
}

/** Makes the edit again that was taken back last; the same bench when there is none. */
export function redo(bench: Workbench): Workbench {
  const [next, ...rest] = bench.undone;
  return next === undefined ? bench : benchWith(bench, [...bench.done, next], rest);
}

/** A new bench on what this one has made: its edits are edits of that branch, and this bench stays as it is. */
export function fork(bench: Workbench, then: Policy = bench.then): Workbench {
  return workbench(bench.branch, then);
}

function benchWith({ base, then }: Workbench, done: readonly Edit[], undone: readonly Edit[]): Workbench {
  return { base, then, done, undone, branch: done.length === 0 ? base : branch(base, done, then) };
}
