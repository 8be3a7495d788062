/** The least that had to be different: it does it, nothing less does, and what is not found is said honestly. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { event } from "../../src/events/index.ts";
import {
  branch,
  type Edit,
  editText,
  historyOf,
  isEditProblem,
  mainLine,
  type Scope,
} from "../../src/history/index.ts";
import { matches, type Pattern } from "../../src/machine/index.ts";
import { readScenario, recordOf } from "../../src/scenario/index.ts";
import { leastEdit } from "../../src/search/index.ts";
import { patternArbitrary, recordArbitrary } from "../../src/testing/index.ts";
import { scope } from "../support/branches.ts";
import { ofAll } from "../support/enduring.ts";

const { scenario } = readScenario(readFileSync("scenarios/iran-pakistan-2024.yaml", "utf8"), { file: "flagship" });
if (scenario === undefined) throw new Error("The flagship can't be read.");
const flagship = recordOf(scenario);

const bounded: Scope = { ...scope };
const records = recordArbitrary({ dyad: scope.dyad, maxLength: 5 }).map((events) => mainLine(events, bounded));
const policies = fc.constantFrom("keep", "prune");
const inputs = fc.record({ record: records, goal: patternArbitrary(), never: fc.boolean(), then: policies });

/** Whether edits do what was asked; impossible ones do nothing. */
function does(record: typeof flagship, edits: readonly Edit[], goal: Pattern, never: boolean, then: "keep" | "prune") {
  try {
    const { opening, steps } = historyOf(branch(record, edits, then));
    return (matches(opening, goal) || steps.some(({ after }) => matches(after, goal))) !== never;
  } catch (error) {
    if (isEditProblem(error)) return false;
    throw error;
  }
}

test("every answer does what was asked, and is 1-minimal: without any one of its edits it does not", () => {
  fc.assert(
    fc.property(inputs, ({ record, goal, never, then }) => {
      const { answers } = leastEdit({ record, goal, never, then, k: 3, budget: 6_000 });
      for (const { edits } of answers) {
        expect(does(record, edits, goal, never, then)).toBe(true);
        for (const k of edits.keys()) expect(does(record, edits.toSpliced(k, 1), goal, never, then)).toBe(false);
      }
    }),
    { numRuns: ofAll(40, 10) },
  );
});

test("when no single edit is found, no drop and no swap of two days would have done it", () => {
  fc.assert(
    fc.property(inputs, ({ record, goal, never, then }) => {
      const { answers, whole } = leastEdit({ record, goal, never, then, maxSize: 1, budget: 100_000 });
      const drops = record.events.map(({ id }): Edit => ({ kind: "drop", id }));
      const moves = record.events.flatMap(({ id }) =>
        record.events.map(({ at }): Edit => ({ kind: "move", id, to: at.slice(0, 10) })),
      );
      const doing = [...drops, ...moves].filter((edit) => does(record, [edit], goal, never, then));
      fc.pre(answers.length === 0 || doing.length > 0);
      if (doing.length > 0) expect(answers).not.toEqual([]);
      else expect(whole).toBe(1);
    }),
    { numRuns: ofAll(60, 15) },
  );
});

test("a larger budget never finds less, and none is exceeded by more than one fold", () => {
  fc.assert(
    fc.property(inputs, fc.integer({ min: 1, max: 400 }), ({ record, goal, never, then }, budget) => {
      const [less, more] = [budget, budget * 8].map((one) =>
        leastEdit({ record, goal, never, then, budget: one, k: 2 }),
      );
      expect(less?.folded).toBeLessThan(budget + 400);
      if (less?.kind === "found" && less.answers.length > 0) expect(more?.answers[0]).toEqual(less.answers[0]);
    }),
    { numRuns: ofAll(40, 10) },
  );
});

test("without the first strike or the reprisal January 2024 had never come to retaliation", () => {
  const goal = { course: "retaliation" } as const;
  const { kind, answers } = leastEdit({ record: flagship, goal, never: true, then: "prune", k: 2 });
  expect(kind).toBe("found");
  expect(answers.map(({ edits }) => edits.map(editText))).toEqual([["drop strike"], ["drop reprisal"]]);
});

test("where two strikes have to go, two drops are the least", () => {
  const strike = (id: string, at: string) => event({ id, act: "strike", at, from: ["AAA"], to: ["BBB"] });
  const record = mainLine([strike("one", "2022-02-01"), strike("two", "2022-02-03")], bounded);
  const { answers, whole } = leastEdit({
    record,
    goal: { ledger: "by-a" },
    never: true,
    then: "keep",
    k: 2,
    allowed: { acts: { only: ["make-statement"] } },
  });
  expect(whole).toBe(1);
  expect(answers[0]?.edits.map(editText)).toEqual(["drop one", "drop two"]);
  expect(answers.every(({ edits }) => edits.length === 2)).toBe(true);
});

test("one act declared otherwise would have made it a war", () => {
  const { answers } = leastEdit({ record: flagship, goal: { course: "retaliation.war" }, then: "keep" });
  expect(answers.map(({ edits }) => edits.length)).toEqual([1]);
});

test("what holds already needs no edit; what no single edit brings is said so, and how far it was tried", {
  tags: "long",
}, () => {
  const already = leastEdit({ record: flagship, goal: { course: "strike" }, then: "keep" });
  expect(already).toMatchObject({ kind: "found", tried: 0 });
  expect(already.answers[0]?.edits).toEqual([]);
  const goal = { relations: "severed", missionB: "ambassador" } as const;
  expect(leastEdit({ record: flagship, goal, then: "keep", maxSize: 1 })).toMatchObject({ kind: "none", whole: 1 });
  const cut = leastEdit({ record: flagship, goal, then: "keep", budget: 30_000 });
  expect(cut).toMatchObject({ kind: "budget", whole: 1, answers: [] });
  expect(leastEdit({ record: flagship, goal, then: "keep", budget: 100 })).toMatchObject({ kind: "budget", whole: 0 });
});

test("acts that are forbidden are not brought in", { tags: "long" }, () => {
  const goal = { course: "retaliation.war" } as const;
  const allowed = { acts: { without: ["declare-war", "war-battle"] } } as const;
  const { answers } = leastEdit({ record: flagship, goal, then: "keep", allowed, budget: 60_000 });
  const acts = answers.flatMap(({ edits }) => edits.flatMap((edit) => ("event" in edit ? [edit.event.act] : [])));
  expect(acts).not.toContain("declare-war");
  expect(() => leastEdit({ record: flagship, goal, then: "keep", maxSize: 0 })).toThrow(/maxSize/);
});
