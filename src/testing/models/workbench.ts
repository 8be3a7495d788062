/** The workbench beside a model: a list of edits that hold and a list of those taken back. */
import fc from "fast-check";
import {
  type Branch,
  beginningOf,
  branch,
  carryOut,
  digestOf,
  type Edit,
  edit,
  editText,
  eventsOf,
  fork,
  type Policy,
  redo,
  undo,
  type Workbench,
  workbench,
} from "../../history/index.ts";
import { unlessRefused } from "../../problem/index.ts";
import { editsArbitrary } from "../edits.ts";
import { agree, type Commands, command, part } from "./agree.ts";

/** What a bench should be. */
export interface WorkbenchModel {
  base: Branch;
  then: Policy;
  done: readonly Edit[];
  undone: readonly Edit[];
}

/** A bench, and what is done with it. Every operation gives a new one. */
export interface WorkedOn {
  bench: Workbench;
}

/** The operations of a bench; replace them to test your own. */
export interface WorkbenchTools {
  readonly edit: typeof edit;
  readonly undo: typeof undo;
  readonly redo: typeof redo;
  readonly fork: typeof fork;
}

/** A bench on a record or a branch, beside its model. */
export function workbenchStart(base: Branch, then: Policy): { model: WorkbenchModel; real: WorkedOn } {
  return { model: { base, then, done: [], undone: [] }, real: { bench: workbench(base, then) } };
}

/**
 * Commands for a workbench: possible and impossible edits, undo, redo and fork. After each of them the bench must hold
 * the edits that the model holds and show what they make, and the bench before it must be as it was.
 *
 * @example
 * ```ts
 * import { mainLine } from "demarche";
 * import { workbenchCommands, workbenchStart } from "demarche/testing";
 * import fc from "fast-check";
 * const record = mainLine([], { dyad: { a: "IRN", b: "PAK" }, from: 0 });
 * fc.assert(fc.property(workbenchCommands(), (commands) => fc.modelRun(() => workbenchStart(record, "keep"), commands)));
 * ```
 */
export function workbenchCommands(
  maxCommands = 15,
  tools: WorkbenchTools = { edit, undo, redo, fork },
): Commands<WorkbenchModel, WorkedOn> {
  const checked = (name: string, change: (model: WorkbenchModel) => void, work: (bench: Workbench) => Workbench) =>
    command<WorkbenchModel, WorkedOn>(name, (model, real) => {
      const [before, was] = [real.bench, editsText(real.bench.done)];
      change(model);
      real.bench = work(before);
      agree([...rowsOf(model, real.bench), part("the bench before", was, editsText(before.done))]);
    });
  const undoing = checked(
    "undo",
    (model) => {
      const last = model.done.slice(-1);
      Object.assign(model, { done: model.done.slice(0, model.done.length - 1), undone: [...last, ...model.undone] });
    },
    tools.undo,
  );
  const redoing = checked(
    "redo",
    (model) => {
      const [next, ...undone] = model.undone;
      Object.assign(model, { done: next === undefined ? model.done : [...model.done, next], undone });
    },
    tools.redo,
  );
  const forking = (policy: Policy) =>
    checked(
      `fork ${policy}`,
      (model) => Object.assign(model, { base: branchOfModel(model), then: policy, done: [], undone: [] }),
      (bench) => tools.fork(bench, policy),
    );
  const policies = fc.constantFrom<Policy>("keep", "prune", "stop", "model");
  const editing = fc.nat().map((seed) => attemptEdit(seed, tools));
  return fc.commands([editing, fc.constant(undoing), fc.constant(redoing), policies.map(forking)], { maxCommands });
}

/** Makes an edit that is possible of the events as they stand on the base, or is refused beside the edits made before. */
function attemptEdit(seed: number, tools: WorkbenchTools): fc.Command<WorkbenchModel, WorkedOn> {
  return command(`edit ${seed}`, (model, real) => {
    const { base, done } = model;
    const { dyad } = base.end;
    const [[wanted] = []] = fc.sample(editsArbitrary(eventsOf(base), dyad), { numRuns: 1, seed });
    if (wanted === undefined) return;
    const edits = [...done, wanted];
    const from = beginningOf(base);
    const possible = carryOut(edits, eventsOf(base), dyad, base.background, from).faults.length === 0;
    if (possible) Object.assign(model, { done: edits, undone: [] });
    const edited = unlessRefused("bad-edit", () => tools.edit(real.bench, wanted));
    real.bench = edited ?? real.bench;
    agree([part("refused", !possible, edited === undefined), ...rowsOf(model, real.bench)]);
  });
}

function branchOfModel({ base, done, then }: WorkbenchModel): Branch {
  return done.length === 0 ? base : branch(base, done, then);
}

function rowsOf(model: WorkbenchModel, bench: Workbench) {
  return [
    part("then", model.then, bench.then),
    part("done", editsText(model.done), editsText(bench.done)),
    part("undone", editsText(model.undone), editsText(bench.undone)),
    part("base", digestOf(model.base), digestOf(bench.base)),
    part("branch", digestOf(branchOfModel(model)), digestOf(bench.branch)),
  ];
}

function editsText(edits: readonly Edit[]): string {
  return edits.map(editText).join("; ") || "none";
}
