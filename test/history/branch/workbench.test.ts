/** The workbench: undo and redo are inverse, and an empty one does nothing. Its model is in test/testing/models.test.ts. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Edit, edit, fork, mainLine, redo, undo, type Workbench, workbench } from "../../../src/history/index.ts";
import { editsArbitrary } from "../../../src/testing/index.ts";
import { accord, beginning, crisis, reprisal, strike } from "../../support/crisis.ts";

test("undoing and redoing as often gives the same branch", () => {
  fc.assert(
    fc.property(editsArbitrary(crisis, beginning.dyad), fc.nat(8), (edits, times) => {
      const bench = edits.reduce(edit, workbench(mainLine(crisis, { dyad: beginning.dyad }), "keep"));
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

test("a bench has its edits in their order, forgets what was undone with the next one, and is forked on what it made", () => {
  const [one, two]: readonly [Edit, Edit] = [
    { kind: "drop", id: reprisal.id },
    { kind: "drop", id: accord.id },
  ];
  const base = mainLine(crisis, beginning);
  const bench = edit(edit(workbench(base, "keep"), one), two);
  expect(bench).toMatchObject({ done: [one, two], undone: [] });
  expect(undo(bench)).toMatchObject({ done: [one], undone: [two] });
  expect(undo(undo(bench))).toMatchObject({ done: [], undone: [one, two] });
  expect(undo(undo(bench)).branch).toBe(base);
  expect(edit(undo(bench), { kind: "drop", id: strike.id }).undone).toEqual([]);
  expect(bench.branch.edits).toEqual([one, two]);
  const forked = fork(bench);
  expect(forked).toMatchObject({ base: bench.branch, then: "keep", done: [], undone: [] });
  expect(fork(bench, "prune").then).toBe("prune");
});
