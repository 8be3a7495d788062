/** The workbench: undo and redo are inverse, and an empty one does nothing. Its model is in test/testing/models.test.ts. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { edit, mainLine, redo, undo, type Workbench, workbench } from "../../../src/history/index.ts";
import { editsArbitrary } from "../../../src/testing/index.ts";
import { beginning, crisis } from "../../support/crisis.ts";

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
