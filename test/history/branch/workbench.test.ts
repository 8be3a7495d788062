/** The workbench beside a model: a list of edits that hold and a list of those taken back. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Branch,
  branch,
  carryOut,
  type Edit,
  EditError,
  edit,
  eventsOf,
  fork,
  mainLine,
  type Policy,
  redo,
  undo,
  type Workbench,
  workbench,
} from "../../../src/history/index.ts";
import { editsArbitrary, recordArbitrary } from "../../../src/testing/index.ts";
import { bytes, scope } from "../../support/branches.ts";
import { beginning, crisis } from "../../support/crisis.ts";

/** What a bench should be. */
interface Model {
  base: Branch;
  then: Policy;
  done: readonly Edit[];
  undone: readonly Edit[];
}

interface Real {
  bench: Workbench;
}

type Step = fc.Command<Model, Real>;

function agree({ base, then, done, undone }: Model, { bench }: Real): void {
  expect(bench).toMatchObject({ then, done, undone });
  expect(bytes(bench.base)).toBe(bytes(base));
  expect(bytes(bench.branch)).toBe(bytes(done.length === 0 ? base : branch(base, done, then)));
}

function command(name: string, change: (model: Model) => void, work: (bench: Workbench) => Workbench): Step {
  return {
    check: () => true,
    run: (model, real) => {
      const [before, was] = [real.bench, JSON.stringify(real.bench.done)];
      change(model);
      real.bench = work(real.bench);
      agree(model, real);
      expect(JSON.stringify(before.done)).toBe(was);
    },
    toString: () => name,
  };
}

/** Makes an edit that is possible of the events as they stand on the bench, or is refused and leaves the bench as it was. */
function making(seed: number): Step {
  return {
    check: () => true,
    run: (model, real) => {
      const [[one] = []] = fc.sample(editsArbitrary(eventsOf(model.base), scope.dyad), { numRuns: 1, seed });
      if (one === undefined) return;
      const edits = [...model.done, one];
      const possible = carryOut(edits, eventsOf(model.base), scope.dyad, new Set()).faults.length === 0;
      if (possible) {
        Object.assign(model, { done: edits, undone: [] });
        real.bench = edit(real.bench, one);
      } else expect(() => edit(real.bench, one)).toThrow(EditError);
      agree(model, real);
    },
    toString: () => `edit(${seed})`,
  };
}

const undoing = command(
  "undo",
  (model) => {
    const last = model.done.slice(-1);
    Object.assign(model, { done: model.done.slice(0, model.done.length - 1), undone: [...last, ...model.undone] });
  },
  undo,
);

const redoing = command(
  "redo",
  (model) =>
    Object.assign(model, { done: [...model.done, ...model.undone.slice(0, 1)], undone: model.undone.slice(1) }),
  redo,
);

function forking(policy: Policy): Step {
  return command(
    `fork(${policy})`,
    (model) => {
      const base = model.done.length === 0 ? model.base : branch(model.base, model.done, model.then);
      Object.assign(model, { base, then: policy, done: [], undone: [] });
    },
    (bench) => fork(bench, policy),
  );
}

test("edits, undone, redone and forked in any order, make what the edits that hold make", () => {
  const policies = fc.constantFrom<Policy>("keep", "prune", "stop", "model");
  const commands = fc.commands(
    [fc.nat().map(making), fc.constant(undoing), fc.constant(redoing), policies.map(forking)],
    { maxCommands: 15 },
  );
  fc.assert(
    fc.property(recordArbitrary({ dyad: scope.dyad, maxPause: 3 }), policies, commands, (record, then, steps) => {
      const base = mainLine(record, scope);
      fc.modelRun(
        () => ({ model: { base, then, done: [], undone: [] }, real: { bench: workbench(base, then) } }),
        steps,
      );
      expect(base.edits).toEqual([]);
    }),
  );
});

test("undoing and redoing as often gives the same branch", () => {
  fc.assert(
    fc.property(editsArbitrary(crisis, beginning.dyad), fc.nat(8), (edits, times) => {
      const bench = edits.reduce(edit, workbench(mainLine(crisis, beginning), "keep"));
      const repeat = (work: (bench: Workbench) => Workbench, on: Workbench): Workbench =>
        Array.from({ length: Math.min(times, edits.length) }).reduce<Workbench>((last) => work(last), on);
      expect(repeat(redo, repeat(undo, bench))).toEqual(bench);
    }),
  );
});

test("an empty bench has nothing to undo or redo, and shows what it stands on", () => {
  const bench = workbench(mainLine(crisis, beginning), "prune");
  expect(undo(bench)).toBe(bench);
  expect(redo(bench)).toBe(bench);
  expect(bench.branch).toBe(bench.base);
});
