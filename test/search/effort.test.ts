/** What a search says of its effort and its answers: how much was tried, what was different, and why nothing matches. */
import { describe, expect, test } from "vitest";
import { event, when } from "../../src/events/index.ts";
import { editText, mainLine } from "../../src/history/index.ts";
import { PEACE, type Situation } from "../../src/machine/index.ts";
import { type LeastEdit, leastEdit, searchWays } from "../../src/search/index.ts";
import { findHindrance, likeness } from "../../src/search/unreachable.ts";

const dyad = { a: "AAA", b: "BBB" };
const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["AAA"], to: ["BBB"] });
const recall = event({
  ...{ id: "recall", act: "recall-ambassador", at: "2024-01-18", from: ["BBB"], to: ["AAA"] },
  because: ["strike"],
});
const record = mainLine([strike, recall], { dyad, from: when("2024-01-15").start });
const few = { acts: { only: ["strike", "recall-ambassador"] } } as const;

function least(asked: Omit<LeastEdit, "record" | "then" | "watch">) {
  const watched: number[] = [];
  const { answers, ...effort } = leastEdit({ record, then: "keep", ...asked, watch: (folded) => watched.push(folded) });
  const texts = answers.map(({ edits }) =>
    edits.map((edit) => `${editText(edit)}${"event" in edit ? ` by ${edit.event.from.join("+")}` : ""}`).join(", "),
  );
  return { texts, effort, watched };
}

describe("a search for the least edit", () => {
  const goal = { ledger: "both" } as const;
  const all = ["replace recall by BBB", "add added-strike by BBB", "add added-strike by AAA+BBB"];

  test("gives one answer for each kind of edit, whatever its date, all of the least size", () => {
    const { texts, effort } = least({ goal, allowed: few, k: 9 });
    expect(texts).toEqual(all);
    expect(effort).toEqual({ kind: "found", whole: 1, tried: 21, folded: 40 });
  });

  test("ends with the answer that is the last one wanted; of that size not all was tried then", () => {
    const { texts, effort } = least({ goal, allowed: few, k: 2 });
    expect(texts).toEqual(all.slice(0, 2));
    expect(effort).toMatchObject({ kind: "found", whole: 0, tried: 10 });
    expect(least({ goal, allowed: few }).texts).toEqual(all.slice(0, 1));
  });

  test("gives what it has found when the budget ends, and says that there may be more", () => {
    const { texts, effort } = least({ goal, allowed: few, k: 9, budget: 20 });
    expect(texts).toEqual(all);
    expect(effort).toEqual({ kind: "found", whole: 0, tried: 11, folded: 20 });
  });

  test("tells after each set of edits how much was folded, at least one event for each", () => {
    const { effort, watched } = least({ goal, allowed: few, k: 9 });
    expect(watched).toHaveLength(effort.tried);
    expect(watched.at(-1)).toBe(effort.folded);
    expect(watched.slice(0, 6)).toEqual([1, 2, 4, 6, 7, 8]);
    expect(watched.every((folded, k) => folded > (watched[k - 1] ?? 0))).toBe(true);
  });

  test("tells apart by what act an event is replaced", () => {
    const statement = event({ id: "said", act: "make-statement", at: "2024-01-16", from: ["AAA"] });
    const line = mainLine([statement], { dyad });
    const allowed = { acts: { only: ["strike", "declare-war"] }, actors: { only: ["a"] } } as const;
    const { answers } = leastEdit({ record: line, goal: { course: "strike" }, then: "keep", allowed, k: 9 });
    expect(
      answers.map(({ edits: [edit] }) => edit !== undefined && "event" in edit && `${edit.kind} ${edit.event.act}`),
    ).toEqual([...["replace strike", "replace declare-war", "add strike", "add declare-war"]]);
  });

  test("tries pairs of edits of different events, no pair twice, when no single edit does it", () => {
    const never = { missionA: "recalled", missionB: "recalled", course: "normal" } as const;
    expect(least({ goal: never, allowed: few }).effort).toMatchObject({ kind: "none", whole: 2, tried: 183 });
  });

  test.each(["maxSize", "k", "budget"] as const)("refuses a %s that is no whole number above 0", (name) => {
    for (const value of [0, -1, 1.5, Number.NaN]) {
      expect(() => least({ goal, [name]: value })).toThrow(`${name} ${value}: expected a whole number from 1.`);
    }
    expect(() => least({ goal, allowed: few, [name]: 1 })).not.toThrow();
  });
});

describe("a search for ways", () => {
  const goal = { course: "retaliation.war" } as const;

  test.each(["k", "budget"] as const)("refuses a %s that is no whole number above 0", (name) => {
    for (const value of [0, -1, 1.5]) {
      expect(() => searchWays({ from: PEACE, goal, [name]: value })).toThrow(
        `${name} ${value}: expected a whole number from 1.`,
      );
    }
  });

  test("that begins at the goal says so without any effort", () => {
    expect(searchWays({ from: PEACE, goal: { course: "normal" } })).toMatchObject({
      ...{ kind: "found", outOfBudget: false, visited: 1, expanded: 0 },
      ways: [{ from: PEACE, to: PEACE, steps: [] }],
    });
  });

  test("says whether fewer ways than were wanted were found because the budget ended", () => {
    const asked = { from: PEACE, goal, allowed: { acts: { only: ["strike", "declare-war"] } } } as const;
    expect(searchWays({ ...asked, k: 50 })).toMatchObject({ kind: "found", outOfBudget: false });
    expect(searchWays({ ...asked, k: 1 })).toMatchObject({ kind: "found", outOfBudget: false });
    expect(searchWays({ ...asked, k: 50, budget: 2 })).toMatchObject({ kind: "found", outOfBudget: true, expanded: 2 });
  });
});

describe("why nothing matches", () => {
  const some: readonly Situation[] = [
    PEACE,
    { ...PEACE, course: "strike", ledger: "by-b" },
    { ...PEACE, ledger: "both", missionA: "closed" },
  ];

  test("is one region that was never so, where there is one", () => {
    expect(findHindrance({ ledger: "both", course: "strike", relations: "severed" }, some)).toEqual({
      core: { relations: "severed" },
      regions: [{ region: "relations", wanted: ["severed"], reached: ["established"] }],
    });
  });

  test("is that region even where others were never so at once", () => {
    const closed = [PEACE, { ...PEACE, missionA: "closed" }, { ...PEACE, missionB: "closed" }] as const;
    const goal = { course: "strike", ledger: "clear", missionA: "closed", missionB: "closed" } as const;
    expect(findHindrance(goal, closed).core).toEqual({ course: "strike" });
    expect(findHindrance({ ...goal, course: "normal" }, closed).core).toEqual({
      missionA: "closed",
      missionB: "closed",
    });
  });

  test("is else the regions that were never so at once, with all that they were", () => {
    expect(findHindrance({ course: "strike", ledger: ["by-a", "both"], missionB: "ambassador" }, some)).toEqual({
      core: { course: "strike", ledger: ["by-a", "both"] },
      regions: [
        { region: "course", wanted: ["strike"], reached: ["normal.full", "strike"] },
        { region: "ledger", wanted: ["by-a", "both"], reached: ["clear", "by-b", "both"] },
      ],
    });
  });

  test("likeness counts the regions that are as they are wanted, those within a state among them", () => {
    expect(likeness(PEACE, {})).toBe(0);
    expect(likeness(PEACE, { course: "normal", ledger: "both", missionA: ["closed", "ambassador"] })).toBe(2);
    expect(likeness(PEACE, { course: "strike", ledger: ["by-a", "by-b"] })).toBe(0);
  });
});
